namespace IntegrationPlatform.Benchmarks.Messaging;

/// <summary>How much is measured.</summary>
internal sealed record BenchSize
{
    public static readonly BenchSize Full = new()
    {
        Rounds = 5,
        PgBench = TimeSpan.FromSeconds(3),
        Events = 4_000,
        RawEvents = 20_000,
        ShortHistory = 10_000,
        LongHistory = 5_000_000,
        Paced = 600,
    };

    public static readonly BenchSize Quick = new()
    {
        Rounds = 1,
        PgBench = TimeSpan.FromSeconds(2),
        Events = 400,
        RawEvents = 2_000,
        ShortHistory = 1_000,
        LongHistory = 20_000,
        Paced = 50,
    };

    public required int Rounds { get; init; }

    public required TimeSpan PgBench { get; init; }

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
