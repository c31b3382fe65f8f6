namespace IntegrationPlatform.Settlement.Webhooks;

/// <summary>
/// When a delivery that failed is tried again: waits from 5 seconds to 24 hours, each up to a fifth longer at random so
/// that what failed together does not come back together.
/// </summary>
/// <param name="Waits">The wait after each failure; after the last one the delivery is parked.</param>
public sealed record RetrySchedule(IReadOnlyList<TimeSpan> Waits)
{
    private const double Jitter = 0.2;

    /// <summary>The schedule unless the configuration states another; all told about two days and a half.</summary>
    public static RetrySchedule Default { get; } =
        new([
            TimeSpan.FromSeconds(5),
            TimeSpan.FromSeconds(15),
            TimeSpan.FromMinutes(1),
            TimeSpan.FromMinutes(5),
            TimeSpan.FromMinutes(30),
            TimeSpan.FromHours(2),
            TimeSpan.FromHours(6),
            TimeSpan.FromHours(12),
            TimeSpan.FromHours(20),
            TimeSpan.FromHours(24),
        ]);

    /// <summary>The wait after so many failures; null when that was the last try.</summary>
    public TimeSpan? After(int failures) =>
        failures > Waits.Count ? null : Waits[failures - 1] * (1 + (Random.Shared.NextDouble() * Jitter));
}
