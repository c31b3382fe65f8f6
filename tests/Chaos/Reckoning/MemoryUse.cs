namespace IntegrationPlatform.Chaos.Reckoning;

/// <summary>The resident memory of a replica that lived through the run, in MiB.</summary>
/// <param name="Warm">The most in the second quarter of the run, when it is warm.</param>
/// <param name="End">The most in its last quarter.</param>
public sealed record MemoryUse(int Warm, int End)
{
    private const double Share = 1.2;
    private const int Slack = 48;

    /// <summary>
    /// True when it does not grow with what it has handled. A heap breathes, by a fifth and some tens of MiB; a leak of
    /// one envelope (2 KiB) for each message is more than that after some minutes.
    /// </summary>
    public bool IsFlat => End <= (Warm * Share) + Slack;
}
