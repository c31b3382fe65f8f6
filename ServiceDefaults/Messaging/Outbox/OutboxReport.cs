namespace IntegrationPlatform.Messaging.Outbox;

/// <summary>What is in the outbox.</summary>
/// <param name="Waiting">Messages that are due and not delivered.</param>
/// <param name="OldestSeconds">The age of the oldest of them: the lag.</param>
/// <param name="Scheduled">Messages that are not due yet.</param>
/// <param name="Parked">Messages that the broker refused too often.</param>
public sealed record OutboxReport(long Waiting, double OldestSeconds, long Scheduled, long Parked);

/// <summary>A message that the broker refused too often and that waits for an operator.</summary>
/// <param name="MessageId">The message's id.</param>
/// <param name="MessageType">The message's type.</param>
/// <param name="Destination">Where it was to go.</param>
/// <param name="Attempts">How often it was refused.</param>
/// <param name="LastError">What the broker said last.</param>
/// <param name="WrittenAt">When it was written.</param>
public sealed record ParkedMessage(
    Guid MessageId,
    string MessageType,
    string Destination,
    int Attempts,
    string? LastError,
    DateTimeOffset WrittenAt
);
