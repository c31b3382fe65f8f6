using IntegrationPlatform.Chaos.Script;

namespace IntegrationPlatform.Chaos;

/// <summary>What a run is asked for.</summary>
/// <param name="Checkout">The checkout that its programs are built from.</param>
/// <param name="Folder">Where its data and logs are kept; new for each run.</param>
public sealed record ChaosSettings(string Checkout, string Folder)
{
    /// <summary>How long faults happen.</summary>
    public TimeSpan Length { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>What the script is made from.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The kinds of fault that happen.</summary>
    public IReadOnlyList<FaultKind> Kinds { get; init; } = FaultKinds.All;

    /// <summary>How many people travel on each journey.</summary>
    public int Residents { get; init; } = 8;

    /// <summary>How long nothing may get done when the faults are over, before what is left counts as stuck.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMinutes(2);
}
