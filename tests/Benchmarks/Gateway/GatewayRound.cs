namespace IntegrationPlatform.Benchmarks.Gateway;

/// <summary>One round: every door once, by its name.</summary>
internal sealed record GatewayRound
{
    public Dictionary<string, Passage> Gets { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Passage> Posts { get; } = new(StringComparer.Ordinal);

    /// <summary>How long single requests took at low load.</summary>
    public Dictionary<string, IReadOnlyList<double>> Milliseconds { get; } = new(StringComparer.Ordinal);

    /// <summary>The gateway without one of its checks, by the check's name.</summary>
    public Dictionary<string, Passage> Without { get; } = new(StringComparer.Ordinal);

    /// <summary>Requests a second through a door when every other one is a POST.</summary>
    public double Rate(string door) => 2 / ((1 / Gets[door].PerSecond) + (1 / Posts[door].PerSecond));
}
