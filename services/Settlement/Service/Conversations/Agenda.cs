using IntegrationPlatform.Settlement.Handoffs;

namespace IntegrationPlatform.Settlement.Conversations;

/// <summary>A point of a transfer conversation (SET-6, S3).</summary>
public enum AgendaItem
{
    /// <summary>The participant is presented.</summary>
    Presentation,

    /// <summary>Competence from the mapping.</summary>
    Competence,

    /// <summary>Activities in the full-time programme.</summary>
    ProgrammeActivities,

    /// <summary>Elements of the introduction programme that are completed and may be left out (PRO-6).</summary>
    CompletedElements,

    /// <summary>Career goals from the counsellor's note.</summary>
    CareerGoals,

    /// <summary>School or kindergarten, for a child.</summary>
    SchoolAndKindergarten,

    /// <summary>When the introduction programme starts (SET-7).</summary>
    ProgrammeStart,

    /// <summary>Housing and the move.</summary>
    Move,
}

/// <summary>Builds the agenda of a transfer conversation from what the transfer carries.</summary>
public static class Agenda
{
    /// <summary>The agenda of a resident's conversation.</summary>
    public static IEnumerable<AgendaItem> Of(Handoff handoff, bool hasElements)
    {
        yield return AgendaItem.Presentation;
        if (handoff.Content is { Competence: true } && handoff.IsAdult)
        {
            yield return AgendaItem.Competence;
        }

        if (handoff.Content is { Programme: true })
        {
            yield return AgendaItem.ProgrammeActivities;
        }

        if (hasElements)
        {
            yield return AgendaItem.CompletedElements;
        }

        if (handoff.Content is { Note: true })
        {
            yield return AgendaItem.CareerGoals;
        }

        yield return handoff.IsAdult ? AgendaItem.ProgrammeStart : AgendaItem.SchoolAndKindergarten;
        yield return AgendaItem.Move;
    }
}
