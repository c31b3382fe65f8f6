namespace IntegrationPlatform.Settlement.Contracts;

/// <summary>When the introduction programme started, seen from the window of SET-7.</summary>
public enum ProgrammeStart
{
    /// <summary>Before the window opened.</summary>
    Early,

    /// <summary>Within the window: two to four weeks after settlement.</summary>
    InTime,

    /// <summary>After the window closed.</summary>
    Late,
}

/// <summary>A settled resident started the municipality's introduction programme (SET-7).</summary>
/// <param name="ResidentId">The resident.</param>
/// <param name="ClusterId">The cluster that the resident came from.</param>
/// <param name="Municipality">The number of the settlement municipality.</param>
/// <param name="StartedOn">The first day of the programme.</param>
/// <param name="Start">Early, in time or late.</param>
public sealed record IntroductionProgrammeStarted(
    Guid ResidentId,
    Guid ClusterId,
    string Municipality,
    DateOnly StartedOn,
    ProgrammeStart Start
);
