namespace IntegrationPlatform.Benchmarks.Messaging;

/// <summary>One round: every measurement once, in events a second.</summary>
internal sealed record Round
{
    /// <summary>pgbench: the two inserts between <c>begin</c> and <c>commit</c>.</summary>
    public required double Transactions { get; init; }

    /// <summary>pgbench: the two inserts as one statement.</summary>
    public required double Statements { get; init; }

    /// <summary>An ordinary slice, from the request to the row in the other database.</summary>
    public required double Slice { get; init; }

    /// <summary>The same by a group commit.</summary>
    public required double Hot { get; init; }

    /// <summary>Requests of the group commit that were answered, though not consumed yet.</summary>
    public required double HotAnswered { get; init; }

    /// <summary>What the group commit cost.</summary>
    public required CpuUse HotCpu { get; init; }

    /// <summary>Requests of the ordinary slice that were answered, though not consumed yet.</summary>
    public required double SliceAnswered { get; init; }

    /// <summary>Requests of the ordinary slice while the broker stands still.</summary>
    public required double SliceAlone { get; init; }

    /// <summary>What the slice cost.</summary>
    public required CpuUse SliceCpu { get; init; }

    /// <summary>The same through a saga.</summary>
    public required double Saga { get; init; }

    /// <summary>What the saga cost.</summary>
    public required CpuUse SagaCpu { get; init; }

    /// <summary>RabbitMQ.Client, publishing and consuming.</summary>
    public required double Raw { get; init; }

    /// <summary>An ordinary consumer, fed by RabbitMQ.Client.</summary>
    public required double Consume { get; init; }

    /// <summary>Saga events, fed by RabbitMQ.Client, with little history in the tables.</summary>
    public required double ShortHistory { get; init; }

    /// <summary>Saga events, fed by RabbitMQ.Client, with much history in the tables.</summary>
    public required double LongHistory { get; init; }
}
