using IntegrationPlatform.Hosting.Problems;

namespace IntegrationPlatform.Settlement;

/// <summary>What settlement refuses, and by which rule.</summary>
internal static class Refusals
{
    public static readonly ProblemType UnknownHousehold = new(
        "unknown-household",
        404,
        null,
        "There is no such household, or it is not yours"
    );
    public static readonly ProblemType UnknownResident = new(
        "unknown-resident",
        404,
        null,
        "There is no such resident, or the case is not yours"
    );
    public static readonly ProblemType UnknownRequest = new(
        "unknown-settlement-request",
        404,
        "SET-3",
        "There is no such request, or it is not yours"
    );
    public static readonly ProblemType UnknownDelivery = new(
        "unknown-delivery",
        404,
        null,
        "There is no such delivery"
    );
    public static readonly ProblemType NoSubscription = new(
        "no-subscription",
        404,
        null,
        "The organisation has no subscription"
    );

    public static readonly ProblemType YearlyNumberStated = new(
        "yearly-number-already-stated",
        409,
        "SET-2",
        "The municipality was already asked for this year"
    );
    public static readonly ProblemType MunicipalityNotAsked = new(
        "municipality-not-asked",
        409,
        "SET-2",
        "IMDi has not asked this municipality to settle anybody this year"
    );
    public static readonly ProblemType YearlyNumberReached = new(
        "yearly-number-reached",
        409,
        "SET-2",
        "The household does not fit into the municipality's yearly number"
    );
    public static readonly ProblemType RecommendationMissing = new(
        "recommendation-missing",
        409,
        "SET-1",
        "The centre has not recommended a municipality for this household"
    );
    public static readonly ProblemType PermitMissing = new(
        "permit-missing",
        409,
        "MAP-1",
        "Not every member of the household has a residence permit"
    );
    public static readonly ProblemType AlreadyRequested = new(
        "request-already-open",
        409,
        "SET-3",
        "A municipality was asked for this household and may still answer"
    );
    public static readonly ProblemType NobodyToSettle = new(
        "household-already-accepted",
        409,
        "SET-8",
        "Every member of the household has a settlement municipality"
    );
    public static readonly ProblemType AlreadyAccepted = new(
        "request-already-accepted",
        409,
        "SET-3",
        "The request was accepted before"
    );
    public static readonly ProblemType RequestExpired = new(
        "request-expired",
        409,
        "SET-3",
        "The deadline for the answer has passed"
    );
    public static readonly ProblemType RequestEnded = new(
        "request-ended",
        409,
        "SET-3",
        "The request was refused or withdrawn before"
    );
    public static readonly ProblemType NotTransferred = new(
        "not-transferred",
        409,
        "SET-8",
        "IMDinett has not acknowledged the resident's transfer yet"
    );
    public static readonly ProblemType AlreadySettled = new(
        "already-settled",
        409,
        "SET-8",
        "The resident is settled already"
    );
    public static readonly ProblemType ConversationAlreadyHeld = new(
        "conversation-already-held",
        409,
        "SET-6",
        "The transfer conversation was recorded before"
    );
    public static readonly ProblemType NotSettled = new(
        "not-settled",
        409,
        "SET-8",
        "The resident has not moved to the municipality yet"
    );
    public static readonly ProblemType ProgrammeAlreadyStarted = new(
        "programme-already-started",
        409,
        "SET-7",
        "The programme start was recorded before"
    );
    public static readonly ProblemType NotForChildren = new(
        "programme-not-for-children",
        409,
        "SET-7",
        "The introduction programme is for adults"
    );
    public static readonly ProblemType ElementNotCompleted = new(
        "element-not-completed",
        409,
        "PRO-6",
        "The resident has not completed this element"
    );
    public static readonly ProblemType DeliveryCancelled = new(
        "delivery-cancelled",
        409,
        "ALL-1",
        "The resident was erased and there is nothing left to send"
    );
}
