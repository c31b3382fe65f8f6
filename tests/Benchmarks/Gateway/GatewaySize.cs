namespace IntegrationPlatform.Benchmarks.Gateway;

/// <summary>How much is measured.</summary>
internal sealed record GatewaySize
{
    public static readonly GatewaySize Full = new()
    {
        WarmUp = 12_000,
        Rounds = 5,
        Requests = 5_000,
        Paced = 400,
    };

    public static readonly GatewaySize Quick = new()
    {
        WarmUp = 2_000,
        Rounds = 2,
        Requests = 2_000,
        Paced = 50,
    };

    /// <summary>
    /// Requests of each kind through every door that do not count: until then the runtime compiles what runs often, and
    /// compiles it again, better.
    /// </summary>
    public required int WarmUp { get; init; }

    public required int Rounds { get; init; }

    /// <summary>Requests through one door in one round.</summary>
    public required int Requests { get; init; }

    /// <summary>Requests through one door at low load, in all rounds together.</summary>
    public required int Paced { get; init; }
}
