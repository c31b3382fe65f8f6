namespace IntegrationPlatform.Grants.Selection;

/// <summary>IMDi opened a round.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="InterestBy">The last day for an expression of interest.</param>
/// <param name="DecideBy">The last day for the decision.</param>
public sealed record RoundOpened(Guid RoundId, DateOnly InterestBy, DateOnly DecideBy);

/// <summary>IMDi chose the hosts of a round.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="On">The day of the decision.</param>
public sealed record HostsChosen(Guid RoundId, DateOnly On);

/// <summary>The last day for expressions of interest is over.</summary>
/// <param name="RoundId">The round.</param>
public sealed record InterestsClosed(Guid RoundId);

/// <summary>The last day for the decision is over.</summary>
/// <param name="RoundId">The round.</param>
public sealed record DecisionOverdue(Guid RoundId);
