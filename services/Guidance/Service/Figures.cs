using IntegrationPlatform.Guidance.Cases;
using IntegrationPlatform.Persistence.Policy;

namespace IntegrationPlatform.Guidance;

/// <summary>The figures and deadlines of the guidance's rules.</summary>
internal static class Figures
{
    /// <summary>Days from the mapping within which a place at the career centre is free (GUI-2, P).</summary>
    public static readonly PolicyKey QueueDays = new("GUI-2", "queue-days");

    /// <summary>Days from the opening of a case within which the first session is held (GUI-3, P).</summary>
    public static readonly PolicyKey FirstSessionDays = new("GUI-3", "first-session-days");

    /// <summary>Days from the opening of a case within which the note is signed (GUI-3, P).</summary>
    public static readonly PolicyKey NoteDays = new("GUI-3", "note-days");

    /// <summary>What the service ships with.</summary>
    public static readonly PolicyValue[] Shipped =
    [
        QueueDays.From(2016, 7, 4, 30m, "days", "P"),
        FirstSessionDays.From(2016, 7, 4, 30m, "days", "P"),
        NoteDays.From(2016, 7, 4, 60m, "days", "P"),
    ];

    /// <summary>The figure of a wait.</summary>
    public static PolicyKey Of(CaseWait wait) =>
        wait switch
        {
            CaseWait.Place => QueueDays,
            CaseWait.Session => FirstSessionDays,
            _ => NoteDays,
        };
}
