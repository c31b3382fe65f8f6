using System.Text.Json.Serialization;

namespace IntegrationPlatform.Client;

/// <summary>One weekly slot as it is sent.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Provider">Who gives it.</param>
/// <param name="Title">Its name.</param>
/// <param name="Weekday">The day.</param>
/// <param name="From">When it begins.</param>
/// <param name="To">When it ends, the same day.</param>
public sealed record ActivityDraft(
    ActivityKind Kind,
    Provider Provider,
    string Title,
    Weekday Weekday,
    TimeOnly From,
    TimeOnly To
);

/// <summary>What an activity of the full-time programme is (PRO-2, S1, S3).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActivityKind>))]
public enum ActivityKind
{
    /// <summary><c>norwegian</c>.</summary>
    [JsonStringEnumMemberName("norwegian")]
    Norwegian,

    /// <summary><c>socialStudies</c>.</summary>
    [JsonStringEnumMemberName("socialStudies")]
    SocialStudies,

    /// <summary><c>competenceMapping</c>.</summary>
    [JsonStringEnumMemberName("competenceMapping")]
    CompetenceMapping,

    /// <summary><c>guidance</c>.</summary>
    [JsonStringEnumMemberName("guidance")]
    Guidance,

    /// <summary><c>languagePractice</c>.</summary>
    [JsonStringEnumMemberName("languagePractice")]
    LanguagePractice,

    /// <summary><c>workOriented</c>.</summary>
    [JsonStringEnumMemberName("workOriented")]
    WorkOriented,

    /// <summary><c>voluntary</c>.</summary>
    [JsonStringEnumMemberName("voluntary")]
    Voluntary,

    /// <summary><c>primarySubjects</c>.</summary>
    [JsonStringEnumMemberName("primarySubjects")]
    PrimarySubjects,

    /// <summary><c>upperSecondarySubjects</c>.</summary>
    [JsonStringEnumMemberName("upperSecondarySubjects")]
    UpperSecondarySubjects,

    /// <summary><c>vocational</c>.</summary>
    [JsonStringEnumMemberName("vocational")]
    Vocational,

    /// <summary><c>introductionElement</c>.</summary>
    [JsonStringEnumMemberName("introductionElement")]
    IntroductionElement,

    /// <summary><c>other</c>.</summary>
    [JsonStringEnumMemberName("other")]
    Other,
}

/// <summary>Who has agreed.</summary>
/// <param name="Version">The version.</param>
/// <param name="ResidentAgreedOn">The day the resident agreed.</param>
/// <param name="HostMunicipalityAgreedOn">The day the host municipality agreed.</param>
/// <param name="AgreedOn">The day both had agreed: the plan holds.</param>
public sealed record Agreed(
    int Version,
    DateOnly? ResidentAgreedOn,
    DateOnly? HostMunicipalityAgreedOn,
    DateOnly? AgreedOn
);

/// <summary>A party's agreement.</summary>
/// <param name="Party">Who agrees.</param>
public sealed record Agreement(PlanParty Party);

/// <summary>NAV's assessment.</summary>
/// <param name="AssessedOn">The day of it.</param>
/// <param name="NeedsServices">True when the resident needs NAV's services.</param>
public sealed record Assessment(DateOnly AssessedOn, bool NeedsServices);

/// <summary>A commitment.</summary>
/// <param name="CommittedOn">The day of it.</param>
public sealed record CommitmentMade(DateOnly CommittedOn);

/// <summary>A completed element.</summary>
/// <param name="Element">Its code, such as parental-guidance.</param>
/// <param name="CompletedOn">The day it was completed.</param>
/// <param name="Evidence">What shows it.</param>
public sealed record Completion(string Element, DateOnly CompletedOn, string Evidence);

/// <summary>Weekday.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Weekday>))]
public enum Weekday
{
    /// <summary><c>sunday</c>.</summary>
    [JsonStringEnumMemberName("sunday")]
    Sunday,

    /// <summary><c>monday</c>.</summary>
    [JsonStringEnumMemberName("monday")]
    Monday,

    /// <summary><c>tuesday</c>.</summary>
    [JsonStringEnumMemberName("tuesday")]
    Tuesday,

    /// <summary><c>wednesday</c>.</summary>
    [JsonStringEnumMemberName("wednesday")]
    Wednesday,

    /// <summary><c>thursday</c>.</summary>
    [JsonStringEnumMemberName("thursday")]
    Thursday,

    /// <summary><c>friday</c>.</summary>
    [JsonStringEnumMemberName("friday")]
    Friday,

    /// <summary><c>saturday</c>.</summary>
    [JsonStringEnumMemberName("saturday")]
    Saturday,
}

/// <summary>The version that was drafted.</summary>
/// <param name="Version">Its number.</param>
/// <param name="HoursPerWeek">Hours a week.</param>
/// <param name="NotYetIncluded">What the programme contains as far as possible and this plan does not (PRO-2).</param>
public sealed record Drafted(int Version, decimal HoursPerWeek, IReadOnlyList<ActivityKind> NotYetIncluded);

/// <summary>Where an enrolment stands (PRO-1, PRO-3).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EnrolmentPhase>))]
public enum EnrolmentPhase
{
    /// <summary><c>expected</c>.</summary>
    [JsonStringEnumMemberName("expected")]
    Expected,

    /// <summary><c>exempt</c>.</summary>
    [JsonStringEnumMemberName("exempt")]
    Exempt,

    /// <summary><c>enrolled</c>.</summary>
    [JsonStringEnumMemberName("enrolled")]
    Enrolled,

    /// <summary><c>committed</c>.</summary>
    [JsonStringEnumMemberName("committed")]
    Committed,

    /// <summary><c>planAgreed</c>.</summary>
    [JsonStringEnumMemberName("planAgreed")]
    PlanAgreed,

    /// <summary><c>ended</c>.</summary>
    [JsonStringEnumMemberName("ended")]
    Ended,
}

/// <summary>Where an enrolment stands.</summary>
/// <param name="ResidentId">The resident.</param>
/// <param name="ClusterId">The resident's cluster.</param>
/// <param name="State">The state.</param>
/// <param name="ArrivedOn">The day of arrival.</param>
/// <param name="MappedOn">The day the competence mapping was completed; a plan needs no hours for it from then on (PRO-2).</param>
/// <param name="CommittedOn">The day of the commitment.</param>
/// <param name="WaitsFor">What is waited for now; null when nothing is.</param>
/// <param name="DueOn">The last day on which that is in time.</param>
/// <param name="Overdue">True when that day has passed.</param>
/// <param name="AgreedPlan">The newest agreed version of the plan.</param>
/// <param name="SettledOn">The day of settlement.</param>
public sealed record EnrolmentStatus(
    Guid ResidentId,
    Guid ClusterId,
    EnrolmentPhase State,
    DateOnly ArrivedOn,
    DateOnly? MappedOn,
    DateOnly? CommittedOn,
    EnrolmentWait? WaitsFor,
    DateOnly? DueOn,
    bool Overdue,
    int? AgreedPlan,
    DateOnly? SettledOn
);

/// <summary>What an enrolment waits for; each has a deadline.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EnrolmentWait>))]
public enum EnrolmentWait
{
    /// <summary><c>commitment</c>.</summary>
    [JsonStringEnumMemberName("commitment")]
    Commitment,

    /// <summary><c>plan</c>.</summary>
    [JsonStringEnumMemberName("plan")]
    Plan,
}

/// <summary>An assessment of NAV.</summary>
/// <param name="AssessedOn">The day.</param>
/// <param name="NeedsServices">True when NAV's services are needed.</param>
/// <param name="Recorded">Who recorded it.</param>
public sealed record ExportedAssessment(DateOnly AssessedOn, bool NeedsServices, Attribution Recorded);

/// <summary>The commitment.</summary>
/// <param name="CommittedOn">The day.</param>
/// <param name="Recorded">Who recorded it.</param>
public sealed record ExportedCommitment(DateOnly CommittedOn, Attribution Recorded);

/// <summary>A completed element.</summary>
/// <param name="Element">Its code.</param>
/// <param name="CompletedOn">The day.</param>
/// <param name="Evidence">The evidence.</param>
/// <param name="Recorded">Who recorded it.</param>
public sealed record ExportedElement(string Element, DateOnly CompletedOn, string Evidence, Attribution Recorded);

/// <summary>A version of the plan.</summary>
/// <param name="Version">Its number.</param>
/// <param name="DraftedOn">The day it was drafted.</param>
/// <param name="Participation">How the resident took part.</param>
/// <param name="Why">Why it replaces an agreed version.</param>
/// <param name="Activities">The week.</param>
/// <param name="Drafted">Who drafted it.</param>
/// <param name="ResidentAgreed">Who recorded the resident's agreement.</param>
/// <param name="MunicipalityAgreed">Who agreed for the host municipality.</param>
public sealed record ExportedPlan(
    int Version,
    DateOnly DraftedOn,
    string Participation,
    string? Why,
    IReadOnlyList<PlanSlot> Activities,
    Attribution Drafted,
    Attribution? ResidentAgreed,
    Attribution? MunicipalityAgreed
);

/// <summary>A version of a plan.</summary>
/// <param name="Participation">How the resident took part in making it (PRO-3).</param>
/// <param name="Activities">The weekly timetable.</param>
/// <param name="Why">Why an agreed plan changes (PRO-3); needed when there is one.</param>
public sealed record PlanDraft(string Participation, IReadOnlyList<ActivityDraft> Activities, string? Why = null);

/// <summary>Who agrees a plan (PRO-3).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlanParty>))]
public enum PlanParty
{
    /// <summary><c>resident</c>.</summary>
    [JsonStringEnumMemberName("resident")]
    Resident,

    /// <summary><c>hostMunicipality</c>.</summary>
    [JsonStringEnumMemberName("hostMunicipality")]
    HostMunicipality,
}

/// <summary>One weekly slot of a plan.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Provider">Provider.</param>
/// <param name="Title">Title.</param>
/// <param name="Weekday">Weekday.</param>
/// <param name="From">From.</param>
/// <param name="To">To.</param>
public sealed record PlanSlot(
    ActivityKind Kind,
    Provider Provider,
    string Title,
    Weekday Weekday,
    TimeOnly From,
    TimeOnly To
);

/// <summary>A version of a plan.</summary>
/// <param name="Version">Its number.</param>
/// <param name="DraftedOn">The day it was drafted.</param>
/// <param name="DraftedBy">Organisation number of who drafted it.</param>
/// <param name="HoursPerWeek">Hours a week.</param>
/// <param name="Participation">How the resident took part; null for who may not read it.</param>
/// <param name="Why">Why it replaces an agreed version; null for who may not read it.</param>
/// <param name="Activities">The timetable, in the order of the week.</param>
/// <param name="ResidentAgreedOn">The day the resident agreed.</param>
/// <param name="HostMunicipalityAgreedOn">The day the host municipality agreed.</param>
/// <param name="AgreedOn">The day both had agreed.</param>
public sealed record PlanVersion(
    int Version,
    DateOnly DraftedOn,
    string? DraftedBy,
    decimal HoursPerWeek,
    string? Participation,
    string? Why,
    IReadOnlyList<PlanSlot> Activities,
    DateOnly? ResidentAgreedOn,
    DateOnly? HostMunicipalityAgreedOn,
    DateOnly? AgreedOn
);

/// <summary>What Programme holds on a person.</summary>
/// <param name="ResidentId">The id by which the platform knows the person.</param>
/// <param name="State">Where the enrolment stands.</param>
/// <param name="ArrivedOn">The day of arrival.</param>
/// <param name="Permit">The permit status.</param>
/// <param name="MappedOn">The day of the mapping.</param>
/// <param name="SettledOn">The day of settlement.</param>
/// <param name="Commitment">The commitment to the programme.</param>
/// <param name="NavAssessments">NAV's assessments.</param>
/// <param name="Plans">Every version of the plan, drafts included.</param>
/// <param name="Elements">Completed elements.</param>
public sealed record ProgrammeExport(
    Guid ResidentId,
    EnrolmentPhase State,
    DateOnly? ArrivedOn,
    PermitStatus? Permit,
    DateOnly? MappedOn,
    DateOnly? SettledOn,
    ExportedCommitment? Commitment,
    IReadOnlyList<ExportedAssessment> NavAssessments,
    IReadOnlyList<ExportedPlan> Plans,
    IReadOnlyList<ExportedElement> Elements
);

/// <summary>Who gives an activity (PRO-4).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Provider>))]
public enum Provider
{
    /// <summary><c>centre</c>.</summary>
    [JsonStringEnumMemberName("centre")]
    Centre,

    /// <summary><c>municipality</c>.</summary>
    [JsonStringEnumMemberName("municipality")]
    Municipality,

    /// <summary><c>nav</c>.</summary>
    [JsonStringEnumMemberName("nav")]
    Nav,

    /// <summary><c>careerCentre</c>.</summary>
    [JsonStringEnumMemberName("careerCentre")]
    CareerCentre,

    /// <summary><c>voluntaryOrganisation</c>.</summary>
    [JsonStringEnumMemberName("voluntaryOrganisation")]
    VoluntaryOrganisation,

    /// <summary><c>business</c>.</summary>
    [JsonStringEnumMemberName("business")]
    Business,
}

/// <summary>A completed element.</summary>
/// <param name="Element">Its code.</param>
/// <param name="CompletedOn">The day it was completed.</param>
/// <param name="Evidence">What shows it.</param>
/// <param name="RecordedBy">Organisation number of who recorded it.</param>
public sealed record Recorded(string Element, DateOnly CompletedOn, string Evidence, string? RecordedBy);
