using IntegrationPlatform.Messaging;

namespace IntegrationPlatform.Settlement.Transfers;

/// <summary>
/// The collecting and sending of one resident's transfer (SET-4); the saga's id is the handoff's. The sections wait
/// here sealed and leave the row when the event is composed (ALL-1).
/// </summary>
public sealed class Transfer : SagaState
{
    /// <summary>The resident; empty until the handoff started.</summary>
    public Guid ResidentId { get; set; }

    /// <summary>True when Mapping answered.</summary>
    public bool HasCompetence { get; set; }

    /// <summary>Mapping's section, sealed; null when there is none.</summary>
    public string? Competence { get; set; }

    /// <summary>True when Guidance answered.</summary>
    public bool HasNote { get; set; }

    /// <summary>Guidance's section, sealed; null when there is none.</summary>
    public string? Note { get; set; }

    /// <summary>True when Programme answered.</summary>
    public bool HasProgramme { get; set; }

    /// <summary>Programme's section, sealed; null when there is none.</summary>
    public string? Programme { get; set; }

    /// <summary>How often the sections were asked for.</summary>
    public int Asked { get; set; }

    /// <summary>The day of IMDinett's receipt.</summary>
    public DateOnly? ReceivedOn { get; set; }

    /// <summary>The token of the schedule that asks again.</summary>
    public Guid? AskAgainToken { get; set; }

    /// <summary>True when the handoff started and every section was answered.</summary>
    public bool IsComplete => ResidentId != Guid.Empty && HasCompetence && HasNote && HasProgramme;

    /// <summary>True when asking again and again did not bring every section: an operator should look.</summary>
    public bool IsStuck => Asked >= AskAgain.StuckAfter && !IsComplete;
}
