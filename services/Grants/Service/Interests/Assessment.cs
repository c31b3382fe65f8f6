namespace IntegrationPlatform.Grants.Interests;

/// <summary>IMDi's judgement of an expression of interest: "evne, innsats og innovasjonskompetanse" (GRA-2, S1).</summary>
public sealed class Assessment
{
    /// <summary>The lowest mark.</summary>
    public const int Lowest = 1;

    /// <summary>The highest mark.</summary>
    public const int Highest = 5;

    /// <summary>The version of the interest that was judged.</summary>
    public required Guid InterestId { get; init; }

    /// <summary>1 for the first judgement; a revised one is a new version.</summary>
    public required int Version { get; init; }

    /// <summary>Evne, 1 to 5.</summary>
    public required int Ability { get; init; }

    /// <summary>Innsats, 1 to 5.</summary>
    public required int Effort { get; init; }

    /// <summary>Innovasjonskompetanse, 1 to 5.</summary>
    public required int Innovation { get; init; }

    /// <summary>Why.</summary>
    public required string Grounds { get; init; }

    /// <summary>The day it was made.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The client that sent it (ALL-2).</summary>
    public required string Client { get; init; }

    /// <summary>The three marks together, 3 to 15.</summary>
    public int Points => Ability + Effort + Innovation;
}
