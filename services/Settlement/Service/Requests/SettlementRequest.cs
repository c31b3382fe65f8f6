using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Settlement.Contracts;

namespace IntegrationPlatform.Settlement.Requests;

/// <summary>Where a request to a municipality stands (SET-3, SET-8).</summary>
public enum RequestState
{
    /// <summary>The municipality may answer.</summary>
    Open,

    /// <summary>The municipality accepted.</summary>
    Accepted,

    /// <summary>The municipality refused.</summary>
    Refused,

    /// <summary>The deadline passed without an answer.</summary>
    Expired,

    /// <summary>IMDi withdrew it.</summary>
    Withdrawn,
}

/// <summary>IMDi asks a municipality to settle members of a household (SET-3); it ends once and for good.</summary>
public sealed class SettlementRequest
{
    /// <summary>The request's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The household.</summary>
    public required Guid HouseholdId { get; init; }

    /// <summary>The household's cluster.</summary>
    public required Guid ClusterId { get; init; }

    /// <summary>The members it is about: acceptance covers these and nobody else.</summary>
    public required List<Guid> Residents { get; init; }

    /// <summary>The number of the municipality asked.</summary>
    public required string Municipality { get; init; }

    /// <summary>Organisation number of the municipality asked.</summary>
    public required string Organisation { get; init; }

    /// <summary>The yearly number that an acceptance counts against.</summary>
    public required Guid YearlyNumberId { get; init; }

    /// <summary>The day it was made.</summary>
    public required DateOnly RequestedOn { get; init; }

    /// <summary>The last day on which it can be answered.</summary>
    public required DateOnly AnswerBy { get; init; }

    /// <summary>Where it stands.</summary>
    public RequestState State { get; private set; }

    /// <summary>The day it ended.</summary>
    public DateOnly? EndedOn { get; private set; }

    /// <summary>Why the municipality refused, as a code.</summary>
    public RefusalReason? Reason { get; private set; }

    /// <summary>True when the caller is the municipality asked, and the endpoint lets that in.</summary>
    public bool IsAsked(Caller caller) => caller.IsLetIn(Role.AskedMunicipality, Organisation);

    /// <summary>True when the day is past the deadline.</summary>
    public bool IsLate(DateOnly today) => today > AnswerBy;

    /// <summary>Ends it, once; what it returns says so to everybody.</summary>
    public SettlementRequestEnded End(RequestOutcome outcome, DateOnly on, RefusalReason? reason = null)
    {
        if (State != RequestState.Open)
        {
            throw new InvalidOperationException($"A request that is {State} does not end again.");
        }

        State = outcome switch
        {
            RequestOutcome.Accepted => RequestState.Accepted,
            RequestOutcome.Refused => RequestState.Refused,
            RequestOutcome.Expired => RequestState.Expired,
            RequestOutcome.Withdrawn => RequestState.Withdrawn,
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        };
        (EndedOn, Reason) = (on, reason);
        return new SettlementRequestEnded(Id, HouseholdId, ClusterId, Municipality, outcome, on);
    }
}

/// <summary>Why a municipality refuses (P).</summary>
public enum RefusalReason
{
    /// <summary>No suitable housing.</summary>
    Housing,

    /// <summary>No room in services such as school or health.</summary>
    Services,

    /// <summary>The yearly number is used otherwise.</summary>
    YearlyNumber,

    /// <summary>Another reason, told to IMDi by other means.</summary>
    Other,
}
