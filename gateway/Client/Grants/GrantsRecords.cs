using System.Text.Json.Serialization;

namespace IntegrationPlatform.Client;

/// <summary>An allocation.</summary>
/// <param name="Id">The allocation's id.</param>
/// <param name="ClusterId">The cluster.</param>
/// <param name="Municipality">The host municipality's number.</param>
/// <param name="Residents">The residents it was counted by.</param>
/// <param name="AmountOre">The amount in øre.</param>
public sealed record AllocationMade(Guid Id, Guid ClusterId, string Municipality, long Residents, long AmountOre);

/// <summary>Where an allocation stands (GRA-10).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AllocationState>))]
public enum AllocationState
{
    /// <summary><c>allocated</c>.</summary>
    [JsonStringEnumMemberName("allocated")]
    Allocated,

    /// <summary><c>ordered</c>.</summary>
    [JsonStringEnumMemberName("ordered")]
    Ordered,

    /// <summary><c>withdrawn</c>.</summary>
    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn,
}

/// <summary>An allocation.</summary>
/// <param name="Id">The allocation's id.</param>
/// <param name="Line">Line.</param>
/// <param name="ClusterId">The cluster.</param>
/// <param name="Residents">The residents it was counted by.</param>
/// <param name="AmountOre">The amount.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Approvals">How many people approved its payment.</param>
public sealed record AllocationView(
    Guid Id,
    LineName Line,
    Guid ClusterId,
    long Residents,
    long AmountOre,
    AllocationState State,
    int Approvals
);

/// <summary>A year's appropriations; all amounts are in øre.</summary>
/// <param name="Year">The budget year.</param>
/// <param name="Lines">The lines.</param>
/// <param name="Allocations">What was promised from them.</param>
/// <param name="Ledger">Every movement, oldest first.</param>
public sealed record AppropriationView(
    int Year,
    IReadOnlyList<LineView> Lines,
    IReadOnlyList<AllocationView> Allocations,
    IReadOnlyList<EntryView> Ledger
);

/// <summary>A person's approval.</summary>
/// <param name="Person">The organisation's own reference to the person; not an identity number (ALL-1).</param>
public sealed record ApprovalRequest(string? Person = null);

/// <summary>The approval was taken in.</summary>
/// <param name="AllocationId">The allocation.</param>
/// <param name="Approvals">How many people approved by now.</param>
/// <param name="State">State.</param>
/// <param name="PaymentOrderId">The payment order, once enough people approved.</param>
public sealed record Approved(Guid AllocationId, int Approvals, AllocationState State, Guid? PaymentOrderId);

/// <summary>The assessment was taken in.</summary>
/// <param name="InterestId">The interest.</param>
/// <param name="Version">1 for the first assessment.</param>
/// <param name="Points">The three marks together.</param>
public sealed record Assessed(Guid InterestId, int Version, int Points);

/// <summary>The career centre.</summary>
/// <param name="Organisation">Organisation number.</param>
/// <param name="Establishment">(a) When and how it was established.</param>
/// <param name="Location">(a) Where it is.</param>
/// <param name="Staffing">(a) Who works there.</param>
/// <param name="Competence">(a) What they are trained in.</param>
/// <param name="Offers">(a) What it offers.</param>
/// <param name="Experience">(b) Its experience with newly arrived immigrants.</param>
/// <param name="Capacity">(c) How many residents it can guide at the same time.</param>
public sealed record CareerCentreRequest(
    string? Organisation = null,
    string? Establishment = null,
    string? Location = null,
    string? Staffing = null,
    string? Competence = null,
    string? Offers = null,
    string? Experience = null,
    int? Capacity = null
);

/// <summary>The centre.</summary>
/// <param name="Organisation">Organisation number of the operator.</param>
/// <param name="Name">The centre's name.</param>
/// <param name="Operator">What kind of operator runs it.</param>
/// <param name="WholeCentre">Whole centre or department.</param>
/// <param name="Places">Integration places, in persons.</param>
/// <param name="Residents">Residents expected, children included.</param>
public sealed record CentreRequest(
    string? Organisation = null,
    string? Name = null,
    OperatorKind? Operator = null,
    bool? WholeCentre = null,
    int? Places = null,
    int? Residents = null
);

/// <summary>The choice of hosts.</summary>
/// <param name="InterestIds">The chosen interests.</param>
/// <param name="Consulted">The directorates that were heard: all three.</param>
/// <param name="Grounds">Why these.</param>
public sealed record Choice(
    IReadOnlyList<Guid>? InterestIds = null,
    IReadOnlyList<ConsultedDirectorate>? Consulted = null,
    string? Grounds = null
);

/// <summary>A cluster.</summary>
/// <param name="ClusterId">The cluster's id.</param>
/// <param name="Municipality">The host municipality's number.</param>
/// <param name="MunicipalityName">Its name.</param>
/// <param name="HostMunicipality">Organisation number of the host municipality.</param>
/// <param name="Centre">Organisation number of the centre's operator.</param>
/// <param name="CentreName">The centre's name.</param>
/// <param name="Operator">Operator.</param>
/// <param name="WholeCentre">Whole centre or department.</param>
/// <param name="CareerCentre">Organisation number of the career centre.</param>
/// <param name="NavOffice">Organisation number of the NAV office, if it takes part.</param>
/// <param name="Places">Integration places.</param>
/// <param name="Residents">Residents who live there today.</param>
/// <param name="GuidanceCapacity">Residents the career centre can guide at the same time.</param>
/// <param name="PoliticalReservation">Chosen with a reservation for political treatment (GRA-4).</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day of the period.</param>
/// <param name="RevokedOn">The day on which the choice was reversed (GRA-4).</param>
public sealed record ClusterView(
    Guid ClusterId,
    string Municipality,
    string MunicipalityName,
    string HostMunicipality,
    string Centre,
    string CentreName,
    OperatorKind Operator,
    bool WholeCentre,
    string CareerCentre,
    string? NavOffice,
    int Places,
    long Residents,
    int GuidanceCapacity,
    bool PoliticalReservation,
    DateOnly From,
    DateOnly To,
    DateOnly? RevokedOn
);

/// <summary>A directorate that IMDi decides with (GRA-2).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConsultedDirectorate>))]
public enum ConsultedDirectorate
{
    /// <summary><c>hkdir</c>.</summary>
    [JsonStringEnumMemberName("hkdir")]
    Hkdir,

    /// <summary><c>udi</c>.</summary>
    [JsonStringEnumMemberName("udi")]
    Udi,

    /// <summary><c>avdir</c>.</summary>
    [JsonStringEnumMemberName("avdir")]
    Avdir,
}

/// <summary>What a reason is about.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Criterion>))]
public enum Criterion
{
    /// <summary><c>assessment</c>.</summary>
    [JsonStringEnumMemberName("assessment")]
    Assessment,

    /// <summary><c>operators</c>.</summary>
    [JsonStringEnumMemberName("operators")]
    Operators,

    /// <summary><c>countryParts</c>.</summary>
    [JsonStringEnumMemberName("countryParts")]
    CountryParts,

    /// <summary><c>forms</c>.</summary>
    [JsonStringEnumMemberName("forms")]
    Forms,

    /// <summary><c>tieBreak</c>.</summary>
    [JsonStringEnumMemberName("tieBreak")]
    TieBreak,
}

/// <summary>The hosts are chosen.</summary>
/// <param name="Place">The place of the chosen portfolio in the ranking, 1 for the best.</param>
/// <param name="Clusters">The clusters, by municipality.</param>
public sealed record Decided(int Place, IReadOnlyList<EstablishedCluster> Clusters);

/// <summary>A distribution was made.</summary>
/// <param name="Line">The line.</param>
/// <param name="AmountOre">What was distributed, in øre: the sum of the allocations.</param>
/// <param name="RemainingOre">What is left of the line.</param>
/// <param name="Allocations">The allocations, by municipality; clusters without residents get none.</param>
public sealed record Distributed(
    LineName Line,
    long AmountOre,
    long RemainingOre,
    IReadOnlyList<AllocationMade> Allocations
);

/// <summary>A distribution to make.</summary>
/// <param name="Line">The line.</param>
/// <param name="AmountOre">How much of it, in øre; what is left of it when left out.</param>
/// <param name="Residents">The residents of each cluster; those who live there today when left out.</param>
public sealed record Distribution(
    LineName? Line = null,
    long? AmountOre = null,
    IReadOnlyList<ResidentsOfCluster>? Residents = null
);

/// <summary>A movement.</summary>
/// <param name="Number">Its place in the ledger.</param>
/// <param name="Line">Line.</param>
/// <param name="Movement">Which amount of the line it moves.</param>
/// <param name="AmountOre">How much; negative for a correction.</param>
/// <param name="AllocationId">The allocation that it belongs to.</param>
/// <param name="Correction">True for the correction of an earlier entry.</param>
/// <param name="Grounds">Why.</param>
/// <param name="At">When.</param>
/// <param name="Organisation">Who.</param>
public sealed record EntryView(
    long Number,
    LineName Line,
    Movement Movement,
    long AmountOre,
    Guid? AllocationId,
    bool Correction,
    string Grounds,
    DateTimeOffset At,
    string Organisation
);

/// <summary>An established cluster.</summary>
/// <param name="ClusterId">The cluster's id.</param>
/// <param name="Municipality">The host municipality's number.</param>
/// <param name="PoliticalReservation">Chosen with a reservation for political treatment (GRA-4).</param>
public sealed record EstablishedCluster(Guid ClusterId, string Municipality, bool PoliticalReservation);

/// <summary>A municipality's expression of interest as it is sent; every member but the NAV office is needed.</summary>
/// <param name="Municipality">The municipality's number.</param>
/// <param name="Centre">The centre.</param>
/// <param name="CareerCentre">The career centre with its descriptions (a), (b) and (c).</param>
/// <param name="NavOffice">Organisation number of the NAV office, if it takes part.</param>
/// <param name="Ambition">How the centre will be built up and developed.</param>
/// <param name="ReadyToSettle">The municipality is ready to settle the residents within its yearly numbers.</param>
/// <param name="PoliticalReservation">A reservation for political treatment.</param>
/// <param name="LetterOfIntent">The letter of intent.</param>
public sealed record InterestRequest(
    string? Municipality = null,
    CentreRequest? Centre = null,
    CareerCentreRequest? CareerCentre = null,
    string? NavOffice = null,
    string? Ambition = null,
    bool? ReadyToSettle = null,
    bool? PoliticalReservation = null,
    LetterRequest? LetterOfIntent = null
);

/// <summary>The interest was taken in.</summary>
/// <param name="Id">The id of this version, by which it is assessed and chosen.</param>
/// <param name="Version">1 for the first.</param>
/// <param name="PoliticalReservation">Noted with a reservation for political treatment (GRA-4).</param>
public sealed record InterestSent(Guid Id, int Version, bool PoliticalReservation);

/// <summary>An interest in short.</summary>
/// <param name="Id">The id of its newest version.</param>
/// <param name="Municipality">The municipality's number.</param>
/// <param name="Version">The version.</param>
/// <param name="SentOn">The day it was sent.</param>
/// <param name="Operator">What kind of operator runs the centre.</param>
/// <param name="WholeCentre">Whole centre or department.</param>
/// <param name="Places">Integration places.</param>
/// <param name="PoliticalReservation">With a reservation for political treatment (GRA-4).</param>
/// <param name="Assessed">True when it is assessed; null for the municipality itself.</param>
public sealed record InterestView(
    Guid Id,
    string Municipality,
    int Version,
    DateOnly SentOn,
    OperatorKind Operator,
    bool WholeCentre,
    int Places,
    bool PoliticalReservation,
    bool? Assessed
);

/// <summary>An invited municipality.</summary>
/// <param name="Municipality">Its number, four characters.</param>
/// <param name="Organisation">Its organisation number: only this organisation may answer.</param>
public sealed record Invited(string? Municipality = null, string? Organisation = null);

/// <summary>The letter of intent.</summary>
/// <param name="Signatures">One of each party.</param>
public sealed record LetterRequest(IReadOnlyList<SignatureRequest>? Signatures = null);

/// <summary>What the money of a line is for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LineName>))]
public enum LineName
{
    /// <summary><c>qualification</c>.</summary>
    [JsonStringEnumMemberName("qualification")]
    Qualification,

    /// <summary><c>meetings</c>.</summary>
    [JsonStringEnumMemberName("meetings")]
    Meetings,

    /// <summary><c>evaluation</c>.</summary>
    [JsonStringEnumMemberName("evaluation")]
    Evaluation,

    /// <summary><c>notItemised</c>.</summary>
    [JsonStringEnumMemberName("notItemised")]
    NotItemised,

    /// <summary><c>careerCentres</c>.</summary>
    [JsonStringEnumMemberName("careerCentres")]
    CareerCentres,

    /// <summary><c>voluntary</c>.</summary>
    [JsonStringEnumMemberName("voluntary")]
    Voluntary,
}

/// <summary>A line.</summary>
/// <param name="Line">Line.</param>
/// <param name="Appropriation">The appropriation that it is a part of.</param>
/// <param name="Manager">The directorate that manages it.</param>
/// <param name="Source">The document that states it.</param>
/// <param name="AppropriatedOre">What was appropriated.</param>
/// <param name="AllocatedOre">What is promised.</param>
/// <param name="OrderedOre">What of it is ordered to be paid.</param>
/// <param name="RemainingOre">What can still be promised.</param>
public sealed record LineView(
    LineName Line,
    string Appropriation,
    Manager Manager,
    string Source,
    long AppropriatedOre,
    long AllocatedOre,
    long OrderedOre,
    long RemainingOre
);

/// <summary>The directorate that manages a line.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Manager>))]
public enum Manager
{
    /// <summary><c>imdi</c>.</summary>
    [JsonStringEnumMemberName("imdi")]
    Imdi,

    /// <summary><c>hkdir</c>.</summary>
    [JsonStringEnumMemberName("hkdir")]
    Hkdir,
}

/// <summary>The marks of an expression of interest.</summary>
/// <param name="Ability">Evne, 1 to 5.</param>
/// <param name="Effort">Innsats, 1 to 5.</param>
/// <param name="Innovation">Innovasjonskompetanse, 1 to 5.</param>
/// <param name="Grounds">Why.</param>
public sealed record Marks(int? Ability = null, int? Effort = null, int? Innovation = null, string? Grounds = null);

/// <summary>Which amount of a line an entry moves.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Movement>))]
public enum Movement
{
    /// <summary><c>appropriated</c>.</summary>
    [JsonStringEnumMemberName("appropriated")]
    Appropriated,

    /// <summary><c>allocated</c>.</summary>
    [JsonStringEnumMemberName("allocated")]
    Allocated,

    /// <summary><c>ordered</c>.</summary>
    [JsonStringEnumMemberName("ordered")]
    Ordered,
}

/// <summary>A round to open.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="OpenedOn">The day of the invitation; today when left out.</param>
/// <param name="Invited">The municipalities, each with the organisation that answers for it.</param>
public sealed record NewRound(string? Name = null, DateOnly? OpenedOn = null, IReadOnlyList<Invited>? Invited = null);

/// <summary>Who hears the outcome for one municipality, and from which directorate (GRA-1, S1).</summary>
/// <param name="RoundId">The round.</param>
/// <param name="Municipality">The municipality that it is about.</param>
/// <param name="Chosen">True when the municipality was chosen.</param>
/// <param name="Recipient">Who hears it.</param>
/// <param name="Addressee">The recipient as it is written on the letter.</param>
/// <param name="From">The directorate that says it.</param>
/// <param name="Copy">True for a copy.</param>
/// <param name="On">The day of the outcome.</param>
/// <param name="Id">The notification's id.</param>
/// <param name="Organisation">The recipient's organisation number; null for those who get a copy, which are named by the county.</param>
public sealed record Notification(
    Guid RoundId,
    string Municipality,
    bool Chosen,
    Recipient Recipient,
    string Addressee,
    Sender From,
    bool Copy,
    DateOnly On,
    Guid? Id = null,
    string? Organisation = null
);

/// <summary>What kind of organisation runs a centre (GRA-3).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OperatorKind>))]
public enum OperatorKind
{
    /// <summary><c>private</c>.</summary>
    [JsonStringEnumMemberName("private")]
    Private,

    /// <summary><c>municipal</c>.</summary>
    [JsonStringEnumMemberName("municipal")]
    Municipal,

    /// <summary><c>voluntary</c>.</summary>
    [JsonStringEnumMemberName("voluntary")]
    Voluntary,
}

/// <summary>That the first portfolio is the best: as many as combinatorics allows were enumerated, no two are the same, and each stands strictly before the next.</summary>
/// <param name="Candidates">How many candidates there are.</param>
/// <param name="Hosts">How many are chosen.</param>
/// <param name="Possible">How many portfolios there can be: 252 for five of ten.</param>
/// <param name="Enumerated">How many different portfolios were compared.</param>
/// <param name="StrictlyOrdered">No two of them tie.</param>
/// <param name="Holds">True when the first portfolio is proven best.</param>
public sealed record Proof(
    int Candidates,
    int Hosts,
    long Possible,
    int Enumerated,
    bool StrictlyOrdered,
    bool? Holds = null
);

/// <summary>One portfolio in its place.</summary>
/// <param name="Place">1 for the best.</param>
/// <param name="InterestIds">The interests, in the order of the municipalities.</param>
/// <param name="Municipalities">The municipalities' numbers.</param>
/// <param name="Names">The municipalities' names.</param>
/// <param name="Points">The points in all.</param>
/// <param name="BehindBest">The points that it lacks against the best.</param>
/// <param name="Reasons">For the best, what speaks for it; for another, how it differs from the best.</param>
public sealed record RankedPortfolio(
    int Place,
    IReadOnlyList<Guid> InterestIds,
    IReadOnlyList<string> Municipalities,
    IReadOnlyList<string> Names,
    decimal Points,
    decimal BehindBest,
    IReadOnlyList<Reason> Reasons
);

/// <summary>Every portfolio, best first.</summary>
/// <param name="Provisional">True while interests can still be sent or replaced.</param>
/// <param name="Proof">Why the first is the best.</param>
/// <param name="Weights">What each criterion counts.</param>
/// <param name="Portfolios">The portfolios.</param>
public sealed record RankedPortfolios(
    bool Provisional,
    Proof Proof,
    Weights Weights,
    IReadOnlyList<RankedPortfolio> Portfolios
);

/// <summary>One reason.</summary>
/// <param name="Criterion">What it is about.</param>
/// <param name="Points">The points that the portfolio gets for it.</param>
/// <param name="Difference">The points against the best portfolio; negative when behind.</param>
/// <param name="Text">The reason as a sentence.</param>
public sealed record Reason(Criterion Criterion, decimal Points, decimal Difference, string Text);

/// <summary>Who hears an outcome.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Recipient>))]
public enum Recipient
{
    /// <summary><c>municipality</c>.</summary>
    [JsonStringEnumMemberName("municipality")]
    Municipality,

    /// <summary><c>centre</c>.</summary>
    [JsonStringEnumMemberName("centre")]
    Centre,

    /// <summary><c>careerCentre</c>.</summary>
    [JsonStringEnumMemberName("careerCentre")]
    CareerCentre,

    /// <summary><c>countyGovernor</c>.</summary>
    [JsonStringEnumMemberName("countyGovernor")]
    CountyGovernor,

    /// <summary><c>county</c>.</summary>
    [JsonStringEnumMemberName("county")]
    County,

    /// <summary><c>countyNav</c>.</summary>
    [JsonStringEnumMemberName("countyNav")]
    CountyNav,

    /// <summary><c>ministry</c>.</summary>
    [JsonStringEnumMemberName("ministry")]
    Ministry,
}

/// <summary>The residents of a cluster.</summary>
/// <param name="ClusterId">The cluster.</param>
/// <param name="Residents">How many, children included.</param>
public sealed record ResidentsOfCluster(Guid? ClusterId = null, long? Residents = null);

/// <summary>The reversal of a choice.</summary>
/// <param name="Changed">What changed against the binding description.</param>
/// <param name="Grounds">Why that is reason enough.</param>
public sealed record Reversal(string? Changed = null, string? Grounds = null);

/// <summary>The choice was reversed.</summary>
/// <param name="ClusterId">The cluster.</param>
/// <param name="On">The day from which it holds.</param>
/// <param name="StoppedOre">The payments that were stopped, in øre.</param>
public sealed record Revoked(Guid ClusterId, DateOnly On, long StoppedOre);

/// <summary>A round with its interests.</summary>
/// <param name="Round">Round.</param>
/// <param name="Interests">The newest version of each interest that the caller may see.</param>
/// <param name="DecidedOn">The day of the decision, once made.</param>
/// <param name="FreePlaces">Hosts still to be chosen: all of them before the decision, and those of revoked clusters (GRA-4).</param>
public sealed record RoundDetails(
    RoundView Round,
    IReadOnlyList<InterestView> Interests,
    DateOnly? DecidedOn,
    int FreePlaces
);

/// <summary>Where a round stands (GRA-1).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RoundState>))]
public enum RoundState
{
    /// <summary><c>open</c>.</summary>
    [JsonStringEnumMemberName("open")]
    Open,

    /// <summary><c>closed</c>.</summary>
    [JsonStringEnumMemberName("closed")]
    Closed,

    /// <summary><c>decided</c>.</summary>
    [JsonStringEnumMemberName("decided")]
    Decided,

    /// <summary><c>lapsed</c>.</summary>
    [JsonStringEnumMemberName("lapsed")]
    Lapsed,
}

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
);

/// <summary>The directorate that tells somebody the outcome.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Sender>))]
public enum Sender
{
    /// <summary><c>imdi</c>.</summary>
    [JsonStringEnumMemberName("imdi")]
    Imdi,

    /// <summary><c>udi</c>.</summary>
    [JsonStringEnumMemberName("udi")]
    Udi,

    /// <summary><c>hkdir</c>.</summary>
    [JsonStringEnumMemberName("hkdir")]
    Hkdir,
}

/// <summary>A party's signature.</summary>
/// <param name="Organisation">Organisation number of the party.</param>
/// <param name="SignedOn">The day it signed.</param>
public sealed record SignatureRequest(string? Organisation = null, DateOnly? SignedOn = null);

/// <summary>What each criterion counts, in points (GRA-3).</summary>
/// <param name="Assessment">One point of assessment.</param>
/// <param name="Operator">Each kind of operator beyond the first.</param>
/// <param name="CountryPart">Each part of the country beyond the first.</param>
/// <param name="BothForms">Having both whole centres and departments.</param>
public sealed record Weights(decimal Assessment, decimal Operator, decimal CountryPart, decimal BothForms);

/// <summary>Why an allocation is taken back.</summary>
/// <param name="Grounds">Why.</param>
public sealed record Withdrawal(string? Grounds = null);

/// <summary>The allocation was taken back.</summary>
/// <param name="AllocationId">The allocation.</param>
/// <param name="ReturnedOre">What is on the line again, in øre.</param>
public sealed record Withdrawn(Guid AllocationId, long ReturnedOre);
