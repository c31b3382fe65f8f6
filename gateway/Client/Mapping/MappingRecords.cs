using System.Text.Json.Serialization;

namespace IntegrationPlatform.Client;

/// <summary>Who gave the answers of a mapping (MAP-5).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnsweredBy>))]
public enum AnsweredBy
{
    /// <summary><c>resident</c>.</summary>
    [JsonStringEnumMemberName("resident")]
    Resident,

    /// <summary><c>staff</c>.</summary>
    [JsonStringEnumMemberName("staff")]
    Staff,

    /// <summary><c>interpreter</c>.</summary>
    [JsonStringEnumMemberName("interpreter")]
    Interpreter,
}

/// <summary>The arrival of a resident.</summary>
/// <param name="ClusterId">The cluster of the centre.</param>
/// <param name="Duf">The DUF number, twelve digits.</param>
/// <param name="Name">The name, as it stands in the resident's documents.</param>
/// <param name="BirthDate">The birth date.</param>
/// <param name="ArrivedOn">The day of arrival.</param>
/// <param name="Languages">Languages the resident understands, best first, as language tags (fa-AF).</param>
/// <param name="Permit">Likely or granted: the target group.</param>
/// <param name="HouseholdId">The household of a member already registered; without it, a new household.</param>
/// <param name="ConfirmDuf">True when the DUF number was compared with the resident's document.</param>
public sealed record Arrival(
    Guid ClusterId,
    string Duf,
    string Name,
    DateOnly BirthDate,
    DateOnly ArrivedOn,
    IReadOnlyList<string> Languages,
    PermitStatus Permit,
    Guid? HouseholdId = null,
    bool ConfirmDuf = false
);

/// <summary>The answers of a competence mapping: competence, and needs for more qualification and training (MAP-4).</summary>
/// <param name="Languages">Languages the resident uses, with level.</param>
/// <param name="Education">Schooling and education, in the resident's order.</param>
/// <param name="Work">Work experience, in the resident's order.</param>
/// <param name="Skills">Other skills and activities.</param>
/// <param name="DrivingLicences">Categories of driving licence, such as B or C1E.</param>
/// <param name="DigitalSkills">How well the resident uses a computer; null when not answered.</param>
/// <param name="Interests">Interests.</param>
/// <param name="Wishes">Wishes.</param>
/// <param name="Needs">What the resident needs in order to take part: training, facilitation, child care.</param>
public sealed record Competence(
    IReadOnlyList<LanguageSkill> Languages,
    IReadOnlyList<Education> Education,
    IReadOnlyList<Work> Work,
    IReadOnlyList<string> Skills,
    IReadOnlyList<string> DrivingLicences,
    DigitalSkills? DigitalSkills,
    IReadOnlyList<string> Interests,
    Wishes Wishes,
    IReadOnlyList<string> Needs
);

/// <summary>A resident's deadline.</summary>
/// <param name="ResidentId">The resident.</param>
/// <param name="ClusterId">The cluster.</param>
/// <param name="State">Waiting, overdue, inTime, late, or lifted when the resident left.</param>
/// <param name="DueOn">The last day on which a submission is in time.</param>
/// <param name="RemindedOn">The day of the newest reminder.</param>
/// <param name="OverdueOn">The day on which it was found overdue.</param>
/// <param name="CompletedOn">The day of the submission.</param>
public sealed record DeadlineView(
    Guid ResidentId,
    Guid ClusterId,
    string State,
    DateOnly DueOn,
    DateOnly? RemindedOn,
    DateOnly? OverdueOn,
    DateOnly? CompletedOn
);

/// <summary>A decision on a permit.</summary>
/// <param name="Permit">Permit.</param>
/// <param name="DecidedOn">The day of the decision.</param>
public sealed record Decision(PermitStatus Permit, DateOnly DecidedOn);

/// <summary>How well somebody uses a computer (MAP-4).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DigitalSkills>))]
public enum DigitalSkills
{
    /// <summary><c>none</c>.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary><c>basic</c>.</summary>
    [JsonStringEnumMemberName("basic")]
    Basic,

    /// <summary><c>independent</c>.</summary>
    [JsonStringEnumMemberName("independent")]
    Independent,

    /// <summary><c>advanced</c>.</summary>
    [JsonStringEnumMemberName("advanced")]
    Advanced,
}

/// <summary>One schooling or education.</summary>
/// <param name="Level">The level it leads to.</param>
/// <param name="Country">Where, as ISO 3166-1 alpha-2.</param>
/// <param name="Years">How many years.</param>
/// <param name="Completed">True when it was completed.</param>
/// <param name="Documents">True when the resident has documents that show it.</param>
/// <param name="Field">What it was in, in the resident's words; null for general schooling.</param>
/// <param name="FieldCode">The field's ISCED-F 2013 code of two to four digits, if known.</param>
public sealed record Education(
    EducationLevel Level,
    string Country,
    decimal Years,
    bool Completed,
    bool Documents = false,
    string? Field = null,
    string? FieldCode = null
);

/// <summary>The level of an education, as ISCED 2011 states it; the value is ISCED's number (MAP-4).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EducationLevel>))]
public enum EducationLevel
{
    /// <summary><c>none</c>.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary><c>primary</c>.</summary>
    [JsonStringEnumMemberName("primary")]
    Primary,

    /// <summary><c>lowerSecondary</c>.</summary>
    [JsonStringEnumMemberName("lowerSecondary")]
    LowerSecondary,

    /// <summary><c>upperSecondary</c>.</summary>
    [JsonStringEnumMemberName("upperSecondary")]
    UpperSecondary,

    /// <summary><c>postSecondary</c>.</summary>
    [JsonStringEnumMemberName("postSecondary")]
    PostSecondary,

    /// <summary><c>shortTertiary</c>.</summary>
    [JsonStringEnumMemberName("shortTertiary")]
    ShortTertiary,

    /// <summary><c>bachelor</c>.</summary>
    [JsonStringEnumMemberName("bachelor")]
    Bachelor,

    /// <summary><c>master</c>.</summary>
    [JsonStringEnumMemberName("master")]
    Master,

    /// <summary><c>doctorate</c>.</summary>
    [JsonStringEnumMemberName("doctorate")]
    Doctorate,
}

/// <summary>A decision on the permit.</summary>
/// <param name="Permit">The outcome.</param>
/// <param name="DecidedOn">The day.</param>
/// <param name="Registered">Who registered it.</param>
public sealed record ExportedDecision(PermitStatus Permit, DateOnly DecidedOn, Attribution Registered);

/// <summary>An exception from the deadline.</summary>
/// <param name="Until">The last day in time.</param>
/// <param name="Reason">Why.</param>
/// <param name="Made">Who made it.</param>
public sealed record ExportedException(DateOnly Until, string Reason, Attribution Made);

/// <summary>A version of the mapping.</summary>
/// <param name="Version">Its number.</param>
/// <param name="SubmittedOn">The day it was submitted.</param>
/// <param name="AnsweredBy">Who gave the answers.</param>
/// <param name="Reason">Why it was corrected.</param>
/// <param name="Competence">The answers.</param>
/// <param name="Submitted">Who submitted it.</param>
public sealed record ExportedMapping(
    int Version,
    DateOnly SubmittedOn,
    AnsweredBy AnsweredBy,
    string? Reason,
    Competence Competence,
    Attribution Submitted
);

/// <summary>Who a resident is. Stored only sealed with the resident's key (ALL-1).</summary>
/// <param name="Duf">The DUF number.</param>
/// <param name="Name">The name.</param>
/// <param name="BirthDate">The birth date.</param>
/// <param name="Languages">Languages registered at arrival.</param>
public sealed record Identity(string Duf, string Name, DateOnly BirthDate, IReadOnlyList<string> Languages);

/// <summary>A language in which a resident can fill in the mapping (MAP-3).</summary>
/// <param name="Code">The language tag (BCP 47).</param>
/// <param name="Name">The language's own name.</param>
/// <param name="RightToLeft">True when it is written from right to left.</param>
public sealed record Language(string Code, string Name, bool? RightToLeft = null);

/// <summary>How well somebody uses a language: the levels of the CEFR, and mother tongue above them (MAP-4).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LanguageLevel>))]
public enum LanguageLevel
{
    /// <summary><c>a1</c>.</summary>
    [JsonStringEnumMemberName("a1")]
    A1,

    /// <summary><c>a2</c>.</summary>
    [JsonStringEnumMemberName("a2")]
    A2,

    /// <summary><c>b1</c>.</summary>
    [JsonStringEnumMemberName("b1")]
    B1,

    /// <summary><c>b2</c>.</summary>
    [JsonStringEnumMemberName("b2")]
    B2,

    /// <summary><c>c1</c>.</summary>
    [JsonStringEnumMemberName("c1")]
    C1,

    /// <summary><c>c2</c>.</summary>
    [JsonStringEnumMemberName("c2")]
    C2,

    /// <summary><c>native</c>.</summary>
    [JsonStringEnumMemberName("native")]
    Native,
}

/// <summary>A language and how well the resident uses it.</summary>
/// <param name="Language">The language tag.</param>
/// <param name="Level">The level.</param>
public sealed record LanguageSkill(string Language, LanguageLevel Level);

/// <summary>What Mapping holds on a person.</summary>
/// <param name="ResidentId">The id by which the platform knows the person.</param>
/// <param name="HouseholdId">The household.</param>
/// <param name="ClusterId">The cluster.</param>
/// <param name="Identity">Who the person is.</param>
/// <param name="ArrivedOn">The day of arrival.</param>
/// <param name="AgeGroup">Age on that day, coarse.</param>
/// <param name="Permit">The permit status.</param>
/// <param name="MappingDueOn">The last day on which a mapping is in time.</param>
/// <param name="SettledOn">The day of settlement.</param>
/// <param name="Registered">Who registered the arrival.</param>
/// <param name="Decisions">UDI's decisions.</param>
/// <param name="Mappings">Every version of the mapping.</param>
/// <param name="DeadlineExceptions">Every exception from the deadline.</param>
public sealed record MappingExport(
    Guid ResidentId,
    Guid HouseholdId,
    Guid ClusterId,
    Identity Identity,
    DateOnly ArrivedOn,
    AgeGroup AgeGroup,
    PermitStatus Permit,
    DateOnly? MappingDueOn,
    DateOnly? SettledOn,
    Attribution Registered,
    IReadOnlyList<ExportedDecision> Decisions,
    IReadOnlyList<ExportedMapping> Mappings,
    IReadOnlyList<ExportedException> DeadlineExceptions
);

/// <summary>A version of a mapping.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Newest">The number of the newest version; all from 1 can be read.</param>
/// <param name="SubmittedOn">The day it was submitted.</param>
/// <param name="AnsweredBy">AnsweredBy.</param>
/// <param name="SubmittedBy">Organisation number of who submitted it.</param>
/// <param name="Reason">Why it was corrected; null for the first version.</param>
/// <param name="Competence">The answers.</param>
public sealed record MappingView(
    int Version,
    int Newest,
    DateOnly SubmittedOn,
    AnsweredBy AnsweredBy,
    string? SubmittedBy,
    string? Reason,
    Competence Competence
);

/// <summary>More time for a mapping.</summary>
/// <param name="Until">The last day on which it shall be in time.</param>
/// <param name="Reason">Why.</param>
public sealed record MoreTime(DateOnly Until, string Reason);

/// <summary>The deadline after the exception.</summary>
/// <param name="MappingDueOn">The last day on which the mapping is in time.</param>
public sealed record MovedDeadline(DateOnly MappingDueOn);

/// <summary>The permit that holds after the decision was registered.</summary>
/// <param name="Permit">Permit.</param>
/// <param name="DecidedOn">Its day.</param>
public sealed record PermitInForce(PermitStatus Permit, DateOnly DecidedOn);

/// <summary>A registered arrival.</summary>
/// <param name="Id">The resident's id on the platform.</param>
/// <param name="HouseholdId">The household; the arrival of another member names it.</param>
/// <param name="MappingDueOn">The last day on which the mapping is in time (MAP-2); null for a child.</param>
/// <param name="Warnings">What was accepted and should be looked at again.</param>
public sealed record Registered(Guid Id, Guid HouseholdId, DateOnly? MappingDueOn, IReadOnlyList<Warning> Warnings);

/// <summary>A resident as the caller may see it.</summary>
/// <param name="Id">The resident.</param>
/// <param name="HouseholdId">The household.</param>
/// <param name="ClusterId">The cluster.</param>
/// <param name="ArrivedOn">The day of arrival.</param>
/// <param name="AgeGroup">Age on the day of arrival.</param>
/// <param name="Permit">Permit.</param>
/// <param name="PermitDecidedOn">The day of UDI's newest decision, if one is registered.</param>
/// <param name="MappingDueOn">The last day on which the mapping is in time; null for a child.</param>
/// <param name="MappingVersion">The newest version of the mapping; 0 while none was submitted.</param>
/// <param name="SettledOn">The day of settlement, when the resident has left.</param>
/// <param name="Identity">Who it is; null for a caller who may only see the case.</param>
public sealed record ResidentView(
    Guid Id,
    Guid HouseholdId,
    Guid ClusterId,
    DateOnly ArrivedOn,
    AgeGroup AgeGroup,
    PermitStatus Permit,
    DateOnly? PermitDecidedOn,
    DateOnly? MappingDueOn,
    int MappingVersion,
    DateOnly? SettledOn,
    Identity? Identity
);

/// <summary>A mapping as it is submitted. A list may be empty: no education is an answer.</summary>
/// <param name="AnsweredBy">Who gave the answers.</param>
/// <param name="Languages">Languages with level.</param>
/// <param name="Education">Schooling and education.</param>
/// <param name="Work">Work experience.</param>
/// <param name="Skills">Other skills and activities.</param>
/// <param name="DrivingLicences">Categories of driving licence.</param>
/// <param name="DigitalSkills">Digital skills.</param>
/// <param name="Interests">Interests.</param>
/// <param name="Wishes">Wishes for education and work.</param>
/// <param name="Needs">Needs.</param>
/// <param name="Reason">Why the mapping is corrected; required from the second version on.</param>
public sealed record Submission(
    AnsweredBy AnsweredBy,
    IReadOnlyList<LanguageSkill> Languages,
    IReadOnlyList<Education> Education,
    IReadOnlyList<Work> Work,
    IReadOnlyList<string>? Skills = null,
    IReadOnlyList<string>? DrivingLicences = null,
    DigitalSkills? DigitalSkills = null,
    IReadOnlyList<string>? Interests = null,
    Wishes? Wishes = null,
    IReadOnlyList<string>? Needs = null,
    string? Reason = null
);

/// <summary>A frozen version.</summary>
/// <param name="Version">Its number.</param>
/// <param name="SubmittedOn">The day it was submitted.</param>
public sealed record Submitted(int Version, DateOnly SubmittedOn);

/// <summary>Something accepted that should be looked at again.</summary>
/// <param name="Pointer">The member (JSON Pointer).</param>
/// <param name="Rule">The rule behind it.</param>
/// <param name="Detail">What is unusual.</param>
public sealed record Warning(string Pointer, string Rule, string Detail);

/// <summary>Wishes, in the resident's words.</summary>
/// <param name="Education">The education wished for.</param>
/// <param name="Work">The work wished for.</param>
public sealed record Wishes(string? Education = null, string? Work = null);

/// <summary>One work experience.</summary>
/// <param name="Occupation">The occupation, in the resident's words.</param>
/// <param name="Country">Where, as ISO 3166-1 alpha-2.</param>
/// <param name="Years">How many years.</param>
/// <param name="Styrk08">The occupation's STYRK-08 code of one to four digits, if known.</param>
public sealed record Work(string Occupation, string Country, decimal Years, string? Styrk08 = null);
