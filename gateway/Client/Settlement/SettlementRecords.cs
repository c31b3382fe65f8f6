using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationPlatform.Client;

/// <summary>An accepted request.</summary>
/// <param name="Id">The request.</param>
/// <param name="HouseholdId">The household that moves together.</param>
/// <param name="AcceptedOn">The day.</param>
/// <param name="Residents">Its members, whose transfers arrive in IMDinett.</param>
public sealed record Accepted(Guid Id, Guid HouseholdId, DateOnly AcceptedOn, IReadOnlyList<Guid> Residents);

/// <summary>Persons by age.</summary>
/// <param name="UnderFour">Children under four.</param>
/// <param name="FourToSeventeen">Children from four.</param>
/// <param name="Adults">Adults.</param>
public sealed record AgeGroups(int UnderFour, int FourToSeventeen, int Adults);

/// <summary>A point of a transfer conversation (SET-6, S3).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgendaItem>))]
public enum AgendaItem
{
    /// <summary><c>presentation</c>.</summary>
    [JsonStringEnumMemberName("presentation")]
    Presentation,

    /// <summary><c>competence</c>.</summary>
    [JsonStringEnumMemberName("competence")]
    Competence,

    /// <summary><c>programmeActivities</c>.</summary>
    [JsonStringEnumMemberName("programmeActivities")]
    ProgrammeActivities,

    /// <summary><c>completedElements</c>.</summary>
    [JsonStringEnumMemberName("completedElements")]
    CompletedElements,

    /// <summary><c>careerGoals</c>.</summary>
    [JsonStringEnumMemberName("careerGoals")]
    CareerGoals,

    /// <summary><c>schoolAndKindergarten</c>.</summary>
    [JsonStringEnumMemberName("schoolAndKindergarten")]
    SchoolAndKindergarten,

    /// <summary><c>programmeStart</c>.</summary>
    [JsonStringEnumMemberName("programmeStart")]
    ProgrammeStart,

    /// <summary><c>move</c>.</summary>
    [JsonStringEnumMemberName("move")]
    Move,
}

/// <summary>A request to a municipality.</summary>
/// <param name="Id">The request.</param>
/// <param name="Municipality">The number of the municipality.</param>
/// <param name="State">State.</param>
/// <param name="RequestedOn">The day it was made.</param>
/// <param name="AnswerBy">The last day on which it can be answered.</param>
/// <param name="EndedOn">The day it ended.</param>
/// <param name="Reason">Why the municipality refused.</param>
public sealed record AskedMunicipality(
    Guid Id,
    string Municipality,
    RequestState State,
    DateOnly RequestedOn,
    DateOnly AnswerBy,
    DateOnly? EndedOn,
    RefusalReason? Reason
);

/// <summary>How one attempt to deliver an event went.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AttemptOutcome>))]
public enum AttemptOutcome
{
    /// <summary><c>received</c>.</summary>
    [JsonStringEnumMemberName("received")]
    Received,

    /// <summary><c>refused</c>.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,

    /// <summary><c>askedToWait</c>.</summary>
    [JsonStringEnumMemberName("askedToWait")]
    AskedToWait,

    /// <summary><c>gone</c>.</summary>
    [JsonStringEnumMemberName("gone")]
    Gone,

    /// <summary><c>timedOut</c>.</summary>
    [JsonStringEnumMemberName("timedOut")]
    TimedOut,

    /// <summary><c>unreachable</c>.</summary>
    [JsonStringEnumMemberName("unreachable")]
    Unreachable,

    /// <summary><c>forbiddenAddress</c>.</summary>
    [JsonStringEnumMemberName("forbiddenAddress")]
    ForbiddenAddress,

    /// <summary><c>unreadable</c>.</summary>
    [JsonStringEnumMemberName("unreadable")]
    Unreadable,

    /// <summary><c>notGranted</c>.</summary>
    [JsonStringEnumMemberName("notGranted")]
    NotGranted,
}

/// <summary>One attempt.</summary>
/// <param name="At">When it began.</param>
/// <param name="Outcome">How it went.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record AttemptRow(DateTimeOffset At, AttemptOutcome Outcome, int? Status, int Milliseconds);

/// <summary>Which sections of a transfer were answered.</summary>
/// <param name="Competence">Mapping answered.</param>
/// <param name="Note">Guidance answered.</param>
/// <param name="Programme">Programme answered.</param>
/// <param name="Asked">How often they were asked.</param>
/// <param name="Stuck">True when asking again did not help: an operator should look.</param>
public sealed record Collection(bool Competence, bool Note, bool Programme, int Asked, bool Stuck);

/// <summary>Programme starts of one cluster's residents in one municipality.</summary>
/// <param name="ClusterId">The cluster they came from.</param>
/// <param name="Municipality">The number of the municipality.</param>
/// <param name="SettledAdults">Adults who settled there.</param>
/// <param name="Early">Of them, started before the window.</param>
/// <param name="InTime">Started within it.</param>
/// <param name="Late">Started after it.</param>
/// <param name="Waiting">Not started, and the window is open or still to come.</param>
/// <param name="LateNotStarted">Not started, and the window has closed.</param>
public sealed record Continuity(
    Guid ClusterId,
    string Municipality,
    int SettledAdults,
    int Early,
    int InTime,
    int Late,
    int Waiting,
    int LateNotStarted
);

/// <summary>A transfer conversation that was held.</summary>
/// <param name="HeldOn">The day.</param>
/// <param name="Summary">What came out of it; kept sealed.</param>
public sealed record Conversation(DateOnly HeldOn, string? Summary = null);

/// <summary>When a conversation could be held, and about what.</summary>
/// <param name="Times">Possible times.</param>
/// <param name="Agenda">The agenda, in its order.</param>
public sealed record ConversationProposals(IReadOnlyList<ConversationTime> Times, IReadOnlyList<AgendaItem> Agenda);

/// <summary>A possible time.</summary>
/// <param name="Day">The day.</param>
/// <param name="From">When it begins, in Norway.</param>
public sealed record ConversationTime(DateOnly Day, TimeOnly From);

/// <summary>A completed element, what the municipality decided about it, and who decided.</summary>
/// <param name="Element">The element's code.</param>
/// <param name="CompletedOn">The day it was completed.</param>
/// <param name="Omitted">True when the municipality leaves it out; null until it decided.</param>
/// <param name="DecidedOn">The day it decided.</param>
/// <param name="DecidedBy">Organisation number of who decided.</param>
public sealed record DecidedElement(
    string Element,
    DateOnly CompletedOn,
    bool? Omitted,
    DateOnly? DecidedOn,
    string? DecidedBy
);

/// <summary>Deliveries, oldest first.</summary>
/// <param name="Pending">How many are waiting, in all.</param>
/// <param name="Delivered">How many IMDinett acknowledged, in all.</param>
/// <param name="Parked">How many need a replay, in all.</param>
/// <param name="ReceiverGone">True when IMDinett answered 410: nothing is sent until a delivery is replayed.</param>
/// <param name="Items">The deliveries of this page.</param>
/// <param name="Next">The cursor to read on from; null at the end.</param>
public sealed record DeliveryPage(
    int Pending,
    int Delivered,
    int Parked,
    bool ReceiverGone,
    IReadOnlyList<DeliveryRow> Items,
    string? Next
);

/// <summary>The delivery of one event.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="EventId">The event's id.</param>
/// <param name="Type">The event's type.</param>
/// <param name="ResidentId">The resident.</param>
/// <param name="Sequence">The event's place among the resident's.</param>
/// <param name="State">State.</param>
/// <param name="Tries">Failed attempts since it was queued or last replayed.</param>
/// <param name="NextAttemptAt">When it is sent next; null when it is not.</param>
/// <param name="DeliveredAt">When IMDinett acknowledged it.</param>
/// <param name="Attempts">Every attempt; only when one delivery is shown.</param>
public sealed record DeliveryRow(
    Guid Id,
    string EventId,
    string Type,
    Guid ResidentId,
    int Sequence,
    DeliveryState State,
    int Tries,
    DateTimeOffset? NextAttemptAt,
    DateTimeOffset? DeliveredAt,
    IReadOnlyList<AttemptRow> Attempts
);

/// <summary>Where the delivery of an event stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeliveryState>))]
public enum DeliveryState
{
    /// <summary><c>pending</c>.</summary>
    [JsonStringEnumMemberName("pending")]
    Pending,

    /// <summary><c>delivered</c>.</summary>
    [JsonStringEnumMemberName("delivered")]
    Delivered,

    /// <summary><c>parked</c>.</summary>
    [JsonStringEnumMemberName("parked")]
    Parked,

    /// <summary><c>cancelled</c>.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,
}

/// <summary>A request to a municipality.</summary>
/// <param name="Municipality">The municipality's number.</param>
/// <param name="State">Where it stands.</param>
/// <param name="RequestedOn">The day it was made.</param>
/// <param name="EndedOn">The day it ended.</param>
public sealed record ExportedRequest(string Municipality, RequestState State, DateOnly RequestedOn, DateOnly? EndedOn);

/// <summary>Events, oldest first.</summary>
/// <param name="Events">CloudEvents, as they are pushed.</param>
/// <param name="Next">Send it as after to read on, now or later.</param>
/// <param name="More">True when there is more to read at once.</param>
public sealed record Feed(IReadOnlyList<JsonElement> Events, string Next, bool More);

/// <summary>Why the cluster recommends a municipality (SET-1); a code, because free text about a person stays out.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Grounds>))]
public enum Grounds
{
    /// <summary><c>suitable</c>.</summary>
    [JsonStringEnumMemberName("suitable")]
    Suitable,

    /// <summary><c>hostFull</c>.</summary>
    [JsonStringEnumMemberName("hostFull")]
    HostFull,

    /// <summary><c>work</c>.</summary>
    [JsonStringEnumMemberName("work")]
    Work,

    /// <summary><c>education</c>.</summary>
    [JsonStringEnumMemberName("education")]
    Education,

    /// <summary><c>services</c>.</summary>
    [JsonStringEnumMemberName("services")]
    Services,

    /// <summary><c>family</c>.</summary>
    [JsonStringEnumMemberName("family")]
    Family,
}

/// <summary>An event on its way to IMDinett.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="EventId">The event's id.</param>
/// <param name="Type">The event's type.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Tries">Failed attempts since it was queued or last replayed.</param>
/// <param name="DeliveredAt">When IMDinett acknowledged it.</param>
public sealed record HandoffDelivery(
    Guid Id,
    string EventId,
    string Type,
    DeliveryState State,
    int Tries,
    DateTimeOffset? DeliveredAt
);

/// <summary>A completed element and what the municipality decided about it (PRO-6).</summary>
/// <param name="Element">The element's code.</param>
/// <param name="CompletedOn">The day it was completed.</param>
/// <param name="Omitted">True when the municipality leaves it out; null until it decided.</param>
/// <param name="DecidedOn">The day it decided.</param>
public sealed record HandoffElement(string Element, DateOnly CompletedOn, bool? Omitted, DateOnly? DecidedOn);

/// <summary>A household's case.</summary>
/// <param name="Id">The household.</param>
/// <param name="ClusterId">Its cluster.</param>
/// <param name="Members">Its members.</param>
/// <param name="Recommendation">The newest recommendation.</param>
/// <param name="Requests">The requests to municipalities, oldest first.</param>
public sealed record HouseholdCase(
    Guid Id,
    Guid ClusterId,
    IReadOnlyList<HouseholdMember> Members,
    RecommendedMunicipality? Recommendation,
    IReadOnlyList<AskedMunicipality> Requests
);

/// <summary>A member of a household.</summary>
/// <param name="ResidentId">The resident.</param>
/// <param name="AgeGroup">Age, coarse.</param>
/// <param name="Permit">Permit status.</param>
public sealed record HouseholdMember(Guid ResidentId, AgeGroup AgeGroup, PermitStatus Permit);

/// <summary>Whom IMDi asks.</summary>
/// <param name="Municipality">The number of a municipality with a yearly request.</param>
public sealed record HouseholdRequest(string Municipality);

/// <summary>What the centre recommends.</summary>
/// <param name="Municipality">The number of the named municipality.</param>
/// <param name="MunicipalityType">The type of municipality that suits.</param>
/// <param name="Grounds">Why.</param>
public sealed record MunicipalityRecommendation(
    string Municipality,
    MunicipalityType MunicipalityType,
    Grounds Grounds
);

/// <summary>The last call of a webhook: while it is confirmed the question for leave, later an event.</summary>
/// <param name="At">When it began.</param>
/// <param name="Outcome">How it went.</param>
/// <param name="Status">The status of the answer, if there was one.</param>
public sealed record LastAttempt(DateTimeOffset At, AttemptOutcome Outcome, int? Status);

/// <summary>The kind of municipality that suits a household's needs (SET-1, S3); the codes are ours (P).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MunicipalityType>))]
public enum MunicipalityType
{
    /// <summary><c>host</c>.</summary>
    [JsonStringEnumMemberName("host")]
    Host,

    /// <summary><c>neighbouring</c>.</summary>
    [JsonStringEnumMemberName("neighbouring")]
    Neighbouring,

    /// <summary><c>city</c>.</summary>
    [JsonStringEnumMemberName("city")]
    City,

    /// <summary><c>education</c>.</summary>
    [JsonStringEnumMemberName("education")]
    Education,

    /// <summary><c>services</c>.</summary>
    [JsonStringEnumMemberName("services")]
    Services,

    /// <summary><c>rural</c>.</summary>
    [JsonStringEnumMemberName("rural")]
    Rural,
}

/// <summary>The municipality's decision about an element.</summary>
/// <param name="Element">The element's code.</param>
/// <param name="Omitted">True to leave it out, false to give it again.</param>
public sealed record Omission(string Element, bool Omitted);

/// <summary>A request as a municipality sees it before it accepts: no identity, no needs.</summary>
/// <param name="Id">The request.</param>
/// <param name="Municipality">The number of the municipality asked.</param>
/// <param name="State">Where it stands.</param>
/// <param name="RequestedOn">The day it was made.</param>
/// <param name="AnswerBy">The last day on which it can be answered.</param>
/// <param name="Persons">The household's size.</param>
/// <param name="AgeGroups">How many of them are of which age.</param>
public sealed record Preview(
    Guid Id,
    string Municipality,
    RequestState State,
    DateOnly RequestedOn,
    DateOnly AnswerBy,
    int Persons,
    AgeGroups AgeGroups
);

/// <summary>When the introduction programme started, seen from the window of SET-7.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProgrammeStart>))]
public enum ProgrammeStart
{
    /// <summary><c>early</c>.</summary>
    [JsonStringEnumMemberName("early")]
    Early,

    /// <summary><c>inTime</c>.</summary>
    [JsonStringEnumMemberName("inTime")]
    InTime,

    /// <summary><c>late</c>.</summary>
    [JsonStringEnumMemberName("late")]
    Late,
}

/// <summary>The introduction programme of a settled adult (SET-7).</summary>
/// <param name="WindowOpensOn">The first day in time.</param>
/// <param name="WindowClosesOn">The last day in time.</param>
/// <param name="StartedOn">The first day of the programme.</param>
/// <param name="Start">Early, in time or late.</param>
/// <param name="LateNotStarted">True while the window has closed without a start.</param>
public sealed record ProgrammeWindow(
    DateOnly WindowOpensOn,
    DateOnly WindowClosesOn,
    DateOnly? StartedOn,
    ProgrammeStart? Start,
    bool LateNotStarted
);

/// <summary>A registered recommendation.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Municipality">The number of the named municipality.</param>
/// <param name="RecommendedOn">The day.</param>
public sealed record Recommended(Guid Id, string Municipality, DateOnly RecommendedOn);

/// <summary>What the centre recommended.</summary>
/// <param name="Municipality">The number of the named municipality.</param>
/// <param name="Type">Type.</param>
/// <param name="Grounds">Grounds.</param>
/// <param name="RecommendedOn">The day.</param>
public sealed record RecommendedMunicipality(
    string Municipality,
    MunicipalityType Type,
    Grounds Grounds,
    DateOnly RecommendedOn
);

/// <summary>Why the municipality refuses.</summary>
/// <param name="Reason">The reason, as a code.</param>
public sealed record Refusal(RefusalReason Reason);

/// <summary>Why a municipality refuses (P).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RefusalReason>))]
public enum RefusalReason
{
    /// <summary><c>housing</c>.</summary>
    [JsonStringEnumMemberName("housing")]
    Housing,

    /// <summary><c>services</c>.</summary>
    [JsonStringEnumMemberName("services")]
    Services,

    /// <summary><c>yearlyNumber</c>.</summary>
    [JsonStringEnumMemberName("yearlyNumber")]
    YearlyNumber,

    /// <summary><c>other</c>.</summary>
    [JsonStringEnumMemberName("other")]
    Other,
}

/// <summary>A request that a municipality may answer.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Municipality">The number of the municipality.</param>
/// <param name="Persons">How many members of the household it is about.</param>
/// <param name="AnswerBy">The last day on which it can be answered.</param>
public sealed record Requested(Guid Id, string Municipality, int Persons, DateOnly AnswerBy);

/// <summary>Where a request to a municipality stands (SET-3, SET-8).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RequestState>))]
public enum RequestState
{
    /// <summary><c>open</c>.</summary>
    [JsonStringEnumMemberName("open")]
    Open,

    /// <summary><c>accepted</c>.</summary>
    [JsonStringEnumMemberName("accepted")]
    Accepted,

    /// <summary><c>refused</c>.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,

    /// <summary><c>expired</c>.</summary>
    [JsonStringEnumMemberName("expired")]
    Expired,

    /// <summary><c>withdrawn</c>.</summary>
    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn,
}

/// <summary>Where a resident's settlement stands.</summary>
/// <param name="ResidentId">The resident.</param>
/// <param name="HouseholdId">The household.</param>
/// <param name="State">The state.</param>
/// <param name="RequestId">The newest request to a municipality.</param>
/// <param name="HandoffId">The handoff, once a municipality accepted.</param>
/// <param name="Municipality">The number of the municipality that accepted.</param>
/// <param name="AcceptedOn">The day it accepted.</param>
/// <param name="Collection">Which sections of the transfer are there.</param>
/// <param name="Deliveries">The events to IMDinett, in their order.</param>
/// <param name="TransferredOn">The day of IMDinett's receipt.</param>
/// <param name="ConversationHeldOn">The day of the transfer conversation.</param>
/// <param name="SettledOn">The day the resident moved.</param>
/// <param name="Programme">The introduction programme; null for a child and before settlement.</param>
/// <param name="Elements">Completed elements of the introduction programme.</param>
public sealed record ResidentHandoff(
    Guid ResidentId,
    Guid HouseholdId,
    SettlementState State,
    Guid? RequestId = null,
    Guid? HandoffId = null,
    string? Municipality = null,
    DateOnly? AcceptedOn = null,
    Collection? Collection = null,
    IReadOnlyList<HandoffDelivery>? Deliveries = null,
    DateOnly? TransferredOn = null,
    DateOnly? ConversationHeldOn = null,
    DateOnly? SettledOn = null,
    ProgrammeWindow? Programme = null,
    IReadOnlyList<HandoffElement>? Elements = null
);

/// <summary>A settled resident.</summary>
/// <param name="ResidentId">The resident.</param>
/// <param name="SettledOn">The day.</param>
/// <param name="WindowOpensOn">The first day on which a programme start is in time; null for a child.</param>
/// <param name="WindowClosesOn">The last day on which it is in time; null for a child.</param>
public sealed record Settled(Guid ResidentId, DateOnly SettledOn, DateOnly? WindowOpensOn, DateOnly? WindowClosesOn);

/// <summary>What Settlement holds on a person.</summary>
/// <param name="ResidentId">The id by which the platform knows the person.</param>
/// <param name="HouseholdId">The household.</param>
/// <param name="AgeGroup">Age on arrival, coarse.</param>
/// <param name="Permit">The permit status.</param>
/// <param name="Requests">The municipalities that were asked.</param>
/// <param name="State">Where the settlement stands once a municipality accepted.</param>
/// <param name="Municipality">The settlement municipality's number.</param>
/// <param name="AcceptedOn">The day it accepted.</param>
/// <param name="SettledOn">The day the person moved.</param>
/// <param name="ProgrammeStartedOn">The first day of the introduction programme.</param>
/// <param name="ConversationOutcome">What came out of the transfer conversation.</param>
/// <param name="Elements">Completed elements, and what the municipality decided about them.</param>
/// <param name="Events">The events that were sent to IMDinett, as they were sent.</param>
public sealed record SettlementExport(
    Guid ResidentId,
    Guid? HouseholdId,
    AgeGroup? AgeGroup,
    PermitStatus? Permit,
    IReadOnlyList<ExportedRequest> Requests,
    SettlementState? State,
    string? Municipality,
    DateOnly? AcceptedOn,
    DateOnly? SettledOn,
    DateOnly? ProgrammeStartedOn,
    string? ConversationOutcome,
    IReadOnlyList<DecidedElement> Elements,
    IReadOnlyList<JsonElement> Events
);

/// <summary>Where a resident's settlement stands (SET-8).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SettlementState>))]
public enum SettlementState
{
    /// <summary><c>awaitingRecommendation</c>.</summary>
    [JsonStringEnumMemberName("awaitingRecommendation")]
    AwaitingRecommendation,

    /// <summary><c>recommended</c>.</summary>
    [JsonStringEnumMemberName("recommended")]
    Recommended,

    /// <summary><c>requested</c>.</summary>
    [JsonStringEnumMemberName("requested")]
    Requested,

    /// <summary><c>accepted</c>.</summary>
    [JsonStringEnumMemberName("accepted")]
    Accepted,

    /// <summary><c>refused</c>.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,

    /// <summary><c>expired</c>.</summary>
    [JsonStringEnumMemberName("expired")]
    Expired,

    /// <summary><c>withdrawn</c>.</summary>
    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn,

    /// <summary><c>transferring</c>.</summary>
    [JsonStringEnumMemberName("transferring")]
    Transferring,

    /// <summary><c>transferred</c>.</summary>
    [JsonStringEnumMemberName("transferred")]
    Transferred,

    /// <summary><c>conversationHeld</c>.</summary>
    [JsonStringEnumMemberName("conversationHeld")]
    ConversationHeld,

    /// <summary><c>settled</c>.</summary>
    [JsonStringEnumMemberName("settled")]
    Settled,

    /// <summary><c>programmeStarted</c>.</summary>
    [JsonStringEnumMemberName("programmeStarted")]
    ProgrammeStarted,
}

/// <summary>A move to the municipality.</summary>
/// <param name="SettledOn">The day.</param>
public sealed record Settling(DateOnly SettledOn);

/// <summary>A programme that started.</summary>
/// <param name="ResidentId">The resident.</param>
/// <param name="StartedOn">The first day.</param>
/// <param name="Start">Start.</param>
public sealed record Started(Guid ResidentId, DateOnly StartedOn, ProgrammeStart Start);

/// <summary>A programme start.</summary>
/// <param name="StartedOn">The first day.</param>
public sealed record Starting(DateOnly StartedOn);

/// <summary>A webhook.</summary>
/// <param name="Url">Where events are posted: an https address on the internet, of 2000 characters at most.</param>
/// <param name="Secret">What events are signed with: <c>whsec_</c> and the base64 of 24 to 64 random bytes. It is never shown again.</param>
public sealed record SubscriptionRequest(string Url, string Secret);

/// <summary>Where a subscription stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SubscriptionState>))]
public enum SubscriptionState
{
    /// <summary><c>confirming</c>.</summary>
    [JsonStringEnumMemberName("confirming")]
    Confirming,

    /// <summary><c>active</c>.</summary>
    [JsonStringEnumMemberName("active")]
    Active,

    /// <summary><c>suspended</c>.</summary>
    [JsonStringEnumMemberName("suspended")]
    Suspended,

    /// <summary><c>ended</c>.</summary>
    [JsonStringEnumMemberName("ended")]
    Ended,
}

/// <summary>A subscription and how it stands; times are real time.</summary>
/// <param name="Url">Where events are posted.</param>
/// <param name="State">Where it stands.</param>
/// <param name="AllowedRate">Events a minute that the address allows; null for any number, and while it has not agreed.</param>
/// <param name="ConfirmedAt">When the address agreed; null while it has not.</param>
/// <param name="LastDeliveredAt">When it last took an event.</param>
/// <param name="Tries">Calls that failed since the last one that did not.</param>
/// <param name="NextAttemptAt">When it is called next, if there is something to say; null when it is not.</param>
/// <param name="LastAttempt">The last call; null when there was none.</param>
/// <param name="Next">Up to where it took its events: send it as <c>after</c> to read the rest from the feed.</param>
public sealed record SubscriptionView(
    string Url,
    SubscriptionState State,
    int? AllowedRate,
    DateTimeOffset? ConfirmedAt,
    DateTimeOffset? LastDeliveredAt,
    int Tries,
    DateTimeOffset? NextAttemptAt,
    LastAttempt? LastAttempt,
    string Next
);

/// <summary>Supplementary information.</summary>
/// <param name="Text">What the municipality should know; it travels and rests sealed.</param>
public sealed record Supplement(string Text);

/// <summary>A supplement on its way.</summary>
/// <param name="EventId">The event's id.</param>
public sealed record SupplementQueued(string EventId);

/// <summary>What IMDi asks.</summary>
/// <param name="Municipality">The municipality's number.</param>
/// <param name="Organisation">The municipality's organisation number.</param>
/// <param name="Year">The year.</param>
/// <param name="Persons">How many persons.</param>
public sealed record YearlyAsk(string Municipality, string Organisation, int Year, int Persons);

/// <summary>A yearly request.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Municipality">The municipality's number.</param>
/// <param name="Organisation">The municipality's organisation number.</param>
/// <param name="Year">The year.</param>
/// <param name="Persons">How many persons were asked for.</param>
/// <param name="Accepted">How many were accepted so far.</param>
public sealed record YearlyRequest(
    Guid Id,
    string Municipality,
    string Organisation,
    int Year,
    int Persons,
    int Accepted
);
