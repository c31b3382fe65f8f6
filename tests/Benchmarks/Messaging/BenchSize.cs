namespace IntegrationPlatform.Benchmarks.Messaging;

/// <summary>How much is measured.</summary>
internal sealed record BenchSize
{
    public static readonly BenchSize Full = new()
    {
        WarmUps = 2,
        Rounds = 4,
        TransactionsEach = 250,
        Events = 4_000,
        RawEvents = 20_000,
        ShortHistory = 10_000,
        LongHistory = 5_000_000,
        Paced = 600,
    };

    public static readonly BenchSize Quick = new()
    {
        WarmUps = 1,
        Rounds = 2,
        TransactionsEach = 125,
        Events = 2_000,
        RawEvents = 5_000,
        ShortHistory = 1_000,
        LongHistory = 100_000,
        Paced = 150,
    };

    /// <summary>Rounds that do not count: until then the runtime compiles what runs often, and compiles it again, better.</summary>
    public required int WarmUps { get; init; }

    public required int Rounds { get; init; }

    /// <summary>Transactions of each of pgbench's clients: a count, because connecting can take longer than a measurement.</summary>
    public required int TransactionsEach { get; init; }

    /// <summary>Events of one measurement through the platform's messaging.</summary>
    public required int Events { get; init; }

    /// <summary>Messages of one measurement of RabbitMQ.Client alone.</summary>
    public required int RawEvents { get; init; }

    /// <summary>Finished cases, and as many inbox rows, in the ledger with little history.</summary>
    public required long ShortHistory { get; init; }

    /// <summary>The same in the ledger with much history.</summary>
    public required long LongHistory { get; init; }

    /// <summary>Requests at low load.</summary>
    public required int Paced { get; init; }
}
