namespace IntegrationPlatform.Settlement.Contracts;

/// <summary>How a request to a municipality ended (SET-3, SET-8).</summary>
public enum RequestOutcome
{
    /// <summary>The municipality accepted.</summary>
    Accepted,

    /// <summary>The municipality refused.</summary>
    Refused,

    /// <summary>The deadline passed without an answer.</summary>
    Expired,

    /// <summary>IMDi withdrew the request.</summary>
    Withdrawn,
}

/// <summary>A request to a municipality ended (SET-3).</summary>
/// <param name="RequestId">The request.</param>
/// <param name="HouseholdId">The household.</param>
/// <param name="ClusterId">The household's cluster.</param>
/// <param name="Municipality">The number of the municipality asked.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="EndedOn">The day it ended.</param>
public sealed record SettlementRequestEnded(
    Guid RequestId,
    Guid HouseholdId,
    Guid ClusterId,
    string Municipality,
    RequestOutcome Outcome,
    DateOnly EndedOn
);
