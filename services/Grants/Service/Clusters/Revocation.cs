namespace IntegrationPlatform.Grants.Clusters;

/// <summary>IMDi's reversal of the choice of a cluster, because its offer changed materially (GRA-4).</summary>
public sealed record Revocation
{
    /// <summary>The day from which it holds.</summary>
    public required DateOnly On { get; init; }

    /// <summary>What changed against the binding description.</summary>
    public required string Changed { get; init; }

    /// <summary>Why that is reason enough.</summary>
    public required string Grounds { get; init; }

    /// <summary>The client that sent it (ALL-2).</summary>
    public required string Client { get; init; }
}
