namespace IntegrationPlatform.Messaging.Outbox;

/// <summary>
/// A message that was written together with the rows it speaks of and is still to be sent: the ready envelope and what
/// the broker needs beside it.
/// </summary>
public sealed class OutboxMessage
{
    /// <summary>What <see cref="Due"/> holds for a message to be sent at once (<c>-infinity</c>).</summary>
    public static readonly DateTimeOffset AtOnce = DateTimeOffset.MinValue;

    /// <summary>What <see cref="Due"/> holds for a parked message (<c>infinity</c>).</summary>
    public static readonly DateTimeOffset Parked = DateTimeOffset.MaxValue;

    /// <summary>
    /// When it may be sent, on the platform's clock. First part of the key, so that one index finds what is due among
    /// any number of scheduled messages.
    /// </summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>The order of writing; second part of the key.</summary>
    public long Position { get; init; }

    /// <summary>The saga or entity whose messages leave in the order of writing; null when order does not matter.</summary>
    public Guid? OrderingKey { get; init; }

    /// <summary>The message's id, by which a receiver's inbox knows it.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>The correlation id, if the message has one.</summary>
    public Guid? CorrelationId { get; init; }

    /// <summary>Names the schedule, so that it can be cancelled.</summary>
    public Guid? Token { get; init; }

    /// <summary>The message's type, as an operator reads it.</summary>
    public required string MessageType { get; init; }

    /// <summary>Where it goes, without the broker's address, which may change before it is sent.</summary>
    public required string Destination { get; init; }

    /// <summary>True when it must reach a queue: a message sent to one receiver, not a published event.</summary>
    public bool Mandatory { get; init; }

    /// <summary>The envelope's content type.</summary>
    public required string ContentType { get; init; }

    /// <summary>The envelope.</summary>
    public required byte[] Body { get; init; }

    /// <summary>The broker's headers as JSON, the trace among them.</summary>
    public string? Headers { get; init; }

    /// <summary>The transport's own properties as JSON.</summary>
    public string? Properties { get; init; }

    /// <summary>When the message is of no use any more, in real time.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>When it was written, in real time.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>How often the broker refused it. A broker that is away refuses nothing.</summary>
    public int Attempts { get; init; }

    /// <summary>Why it was refused last.</summary>
    public string? LastError { get; init; }
}
