namespace IntegrationPlatform.Messaging.Inbox;

/// <summary>Says that a consumer has handled a message; written in the transaction that holds the message's effect.</summary>
public sealed class InboxMessage
{
    /// <summary>The message's id.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>The consumer, derived from its queue and type.</summary>
    public required Guid ConsumerId { get; init; }

    /// <summary>When it was handled, in real time.</summary>
    public required DateTimeOffset At { get; init; }
}
