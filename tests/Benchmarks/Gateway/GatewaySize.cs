namespace IntegrationPlatform.Benchmarks.Gateway;

/// <summary>How much is measured.</summary>
internal sealed record GatewaySize
{
    public static readonly GatewaySize Full = new()
    {
        WarmUps = 2,
        Rounds = 5,
        Requests = 5_000,
        Paced = 400,
    };

    public static readonly GatewaySize Quick = new()
    {
        WarmUps = 1,
        Rounds = 2,
        Requests = 2_000,
        Paced = 50,
    };

    /// <summary>Rounds that do not count: until then the runtime compiles what runs often, and compiles it again, better.</summary>
    public required int WarmUps { get; init; }

    public required int Rounds { get; init; }

    /// <summary>Requests through one door in one round.</summary>
    public required int Requests { get; init; }

    /// <summary>Requests through one door at low load, in all rounds together.</summary>
    public required int Paced { get; init; }
}
