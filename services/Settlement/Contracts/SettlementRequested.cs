namespace IntegrationPlatform.Settlement.Contracts;

/// <summary>IMDi asked a municipality to settle a household (SET-3).</summary>
/// <param name="RequestId">The request.</param>
/// <param name="HouseholdId">The household.</param>
/// <param name="ClusterId">The household's cluster.</param>
/// <param name="Municipality">The number of the municipality asked.</param>
/// <param name="AnswerBy">The last day on which it can answer.</param>
public sealed record SettlementRequested(
    Guid RequestId,
    Guid HouseholdId,
    Guid ClusterId,
    string Municipality,
    DateOnly AnswerBy
);
