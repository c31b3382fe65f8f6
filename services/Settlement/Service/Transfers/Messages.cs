namespace IntegrationPlatform.Settlement.Transfers;

/// <summary>Command: collect and send one accepted resident's transfer (SET-4).</summary>
/// <param name="HandoffId">The handoff.</param>
/// <param name="ResidentId">The resident.</param>
public sealed record StartTransfer(Guid HandoffId, Guid ResidentId);

/// <summary>IMDinett acknowledged a resident's transfer event.</summary>
/// <param name="HandoffId">The handoff.</param>
/// <param name="ReceivedOn">The day of the receipt.</param>
public sealed record TransferReceived(Guid HandoffId, DateOnly ReceivedOn);

/// <summary>Time to ask again for the sections that are missing.</summary>
/// <param name="HandoffId">The handoff.</param>
public sealed record AskAgain(Guid HandoffId)
{
    /// <summary>Asked so often without all answers, a transfer shows as stuck.</summary>
    public const int StuckAfter = 5;

    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1),
    ];

    /// <summary>How long to wait for the answers after asking so often.</summary>
    public static TimeSpan After(int asked) => Waits[Math.Clamp(asked - 1, 0, Waits.Length - 1)];
}
