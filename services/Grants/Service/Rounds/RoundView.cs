namespace IntegrationPlatform.Grants.Rounds;

/// <summary>A round as the API shows it.</summary>
/// <param name="Id">The round's id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="State">Open, closed (for interests), decided or lapsed.</param>
/// <param name="OpenedOn">The day of the invitation.</param>
/// <param name="InterestBy">The last day for an expression of interest.</param>
/// <param name="DecideBy">The last day for the decision.</param>
/// <param name="DescribeBy">The last day for the chosen clusters' detailed description.</param>
/// <param name="BasicsBy">The day on which the basics are in place and the period begins.</param>
/// <param name="CompleteBy">The day on which the centres are complete.</param>
/// <param name="PeriodTo">The last day of the period.</param>
/// <param name="Hosts">How many hosts are chosen.</param>
/// <param name="Invited">The numbers of the invited municipalities.</param>
public sealed record RoundView(
    Guid Id,
    string Name,
    RoundState State,
    DateOnly OpenedOn,
    DateOnly InterestBy,
    DateOnly DecideBy,
    DateOnly DescribeBy,
    DateOnly BasicsBy,
    DateOnly CompleteBy,
    DateOnly PeriodTo,
    int Hosts,
    IReadOnlyList<string> Invited
)
{
    /// <summary>The view of a round.</summary>
    /// <param name="round">The round, with its invitations.</param>
    /// <param name="state">Where it stands.</param>
    public static RoundView Of(Round round, RoundState state = RoundState.Open) =>
        new(
            round.Id,
            round.Name,
            state,
            round.OpenedOn,
            round.InterestBy,
            round.DecideBy,
            round.DescribeBy,
            round.BasicsBy,
            round.CompleteBy,
            round.PeriodTo,
            round.Hosts,
            [.. round.Invited.Select(i => i.Municipality).Order(StringComparer.Ordinal)]
        );
}

/// <summary>Where a round stands (GRA-1).</summary>
public enum RoundState
{
    /// <summary>Expressions of interest can be sent.</summary>
    Open,

    /// <summary>The deadline for interests is over; IMDi decides.</summary>
    Closed,

    /// <summary>The hosts are chosen.</summary>
    Decided,

    /// <summary>Nobody decided in time.</summary>
    Lapsed,
}
