namespace IntegrationPlatform.Settlement.Webhooks;

/// <summary>How one attempt to deliver an event went.</summary>
public enum AttemptOutcome
{
    /// <summary>A 2xx: the receiver has it.</summary>
    Received,

    /// <summary>Any other answer; redirects are not followed.</summary>
    Refused,

    /// <summary>A 429 or 503 that says when to come back.</summary>
    AskedToWait,

    /// <summary>A 410: the receiver takes no more events at this address.</summary>
    Gone,

    /// <summary>No answer in time.</summary>
    TimedOut,

    /// <summary>No connection, or one that broke.</summary>
    Unreachable,

    /// <summary>The address is a private one, which the configuration does not allow.</summary>
    ForbiddenAddress,

    /// <summary>What is sealed, the event or the secret to sign it with, does not open with the configured key.</summary>
    Unreadable,

    /// <summary>A 2xx to the handshake that does not name this sender as allowed.</summary>
    NotGranted,
}
