namespace IntegrationPlatform.Messaging.Outbox;

/// <summary>A row that this dispatcher has locked to send it.</summary>
internal sealed record TakenMessage(
    DateTime Due,
    long Position,
    Guid? OrderingKey,
    Guid MessageId,
    Guid? CorrelationId,
    string MessageType,
    string Destination,
    bool Mandatory,
    string ContentType,
    byte[] Body,
    string? Headers,
    string? Properties,
    DateTimeOffset? ExpiresAt,
    int Attempts,
    bool Held
);
