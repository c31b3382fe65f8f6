using IntegrationPlatform.Settlement.Webhooks;

namespace IntegrationPlatform.Settlement.Deliveries;

/// <summary>One attempt to deliver an event; kept for good.</summary>
public sealed class DeliveryAttempt
{
    /// <summary>The attempt's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The delivery.</summary>
    public Guid DeliveryId { get; init; }

    /// <summary>When it began, in real time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How it went.</summary>
    public required AttemptOutcome Outcome { get; init; }

    /// <summary>The status of the answer, if there was one.</summary>
    public int? Status { get; init; }

    /// <summary>How long it took, in milliseconds.</summary>
    public required int Milliseconds { get; init; }

    /// <summary>The wait that the receiver asked for.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>An attempt that was answered so.</summary>
    public static DeliveryAttempt Of(WebhookAnswer answer) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            At = answer.At,
            Outcome = answer.Outcome,
            Status = answer.Status,
            Milliseconds = answer.Milliseconds,
            RetryAfter = answer.RetryAfter,
        };
}
