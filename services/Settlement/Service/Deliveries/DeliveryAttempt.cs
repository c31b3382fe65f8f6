namespace IntegrationPlatform.Settlement.Deliveries;

/// <summary>How one attempt to deliver an event went.</summary>
public enum AttemptOutcome
{
    /// <summary>A 2xx: IMDinett has it.</summary>
    Received,

    /// <summary>Any other answer; redirects are not followed.</summary>
    Refused,

    /// <summary>A 429 or 503 that says when to come back.</summary>
    AskedToWait,

    /// <summary>A 410: IMDinett takes no more events at this address.</summary>
    Gone,

    /// <summary>No answer in time.</summary>
    TimedOut,

    /// <summary>No connection, or one that broke.</summary>
    Unreachable,

    /// <summary>The address is a private one, which the configuration does not allow.</summary>
    ForbiddenAddress,

    /// <summary>The sealed event does not open with the configured key.</summary>
    Unreadable,
}

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
}
