using System.Text.Json.Serialization;

namespace IntegrationPlatform.Client;

/// <summary>What was done with a person's data, as it can be read out to them; each has a sentence in every language.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Act>))]
public enum Act
{
    /// <summary><c>lookedAtCase</c>.</summary>
    [JsonStringEnumMemberName("lookedAtCase")]
    LookedAtCase,

    /// <summary><c>lookedAtIdentity</c>.</summary>
    [JsonStringEnumMemberName("lookedAtIdentity")]
    LookedAtIdentity,

    /// <summary><c>lookedAtCompetence</c>.</summary>
    [JsonStringEnumMemberName("lookedAtCompetence")]
    LookedAtCompetence,

    /// <summary><c>lookedAtNotes</c>.</summary>
    [JsonStringEnumMemberName("lookedAtNotes")]
    LookedAtNotes,

    /// <summary><c>lookedAtPlan</c>.</summary>
    [JsonStringEnumMemberName("lookedAtPlan")]
    LookedAtPlan,

    /// <summary><c>readLog</c>.</summary>
    [JsonStringEnumMemberName("readLog")]
    ReadLog,

    /// <summary><c>exported</c>.</summary>
    [JsonStringEnumMemberName("exported")]
    Exported,

    /// <summary><c>changed</c>.</summary>
    [JsonStringEnumMemberName("changed")]
    Changed,

    /// <summary><c>sent</c>.</summary>
    [JsonStringEnumMemberName("sent")]
    Sent,

    /// <summary><c>erased</c>.</summary>
    [JsonStringEnumMemberName("erased")]
    Erased,
}

/// <summary>A resident's age as far as other services need it; the birth date stays in Mapping (ALL-1).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AgeGroup>))]
public enum AgeGroup
{
    /// <summary><c>underFour</c>.</summary>
    [JsonStringEnumMemberName("underFour")]
    UnderFour,

    /// <summary><c>fourToSeventeen</c>.</summary>
    [JsonStringEnumMemberName("fourToSeventeen")]
    FourToSeventeen,

    /// <summary><c>adult</c>.</summary>
    [JsonStringEnumMemberName("adult")]
    Adult,
}

/// <summary>Who did something, and when (ALL-2).</summary>
/// <param name="Organisation">Organisation number; null when the platform itself acted on a message.</param>
/// <param name="Client">The client id at the issuer, or the part of the platform that acted.</param>
/// <param name="Supplier">Organisation number of the supplier when the access was delegated.</param>
/// <param name="At">When, by the platform's clock.</param>
public sealed record Attribution(string? Organisation, string Client, string? Supplier, DateTimeOffset At);

/// <summary>Something done with a resident's data.</summary>
/// <param name="At">When.</param>
/// <param name="Sentence">Who did what, in the language.</param>
/// <param name="Language">The language of the sentence.</param>
/// <param name="RightToLeft">True when it is written from right to left.</param>
/// <param name="Reviewed">True when a person has reviewed the translation: say so to the resident when not.</param>
/// <param name="Organisation">Organisation number; null when the platform itself acted on a message.</param>
/// <param name="Supplier">Organisation number of a supplier who acted for it.</param>
/// <param name="As">In which role.</param>
/// <param name="Act">What was done.</param>
/// <param name="Ground">The rule that gives the ground.</param>
/// <param name="Operation">What was called.</param>
public sealed record LoggedAct(
    DateTimeOffset At,
    string Sentence,
    string Language,
    bool RightToLeft,
    bool Reviewed,
    string? Organisation,
    string? Supplier,
    Role? As,
    Act Act,
    string Ground,
    string Operation
);

/// <summary>Why a resident belongs to the target group (MAP-1, S1, S4).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PermitStatus>))]
public enum PermitStatus
{
    /// <summary><c>likely</c>.</summary>
    [JsonStringEnumMemberName("likely")]
    Likely,

    /// <summary><c>granted</c>.</summary>
    [JsonStringEnumMemberName("granted")]
    Granted,

    /// <summary><c>refused</c>.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,
}

/// <summary>One figure or deadline of a rule, from a day on. The documents disagree and later ones will come, so policy is data: a case is judged by the value in force on its own date.</summary>
/// <param name="Rule">The rule's number, such as PRO-1.</param>
/// <param name="Name">What the figure is, such as hours-per-week.</param>
/// <param name="HoldsFrom">The first day on which it holds.</param>
/// <param name="Value">The value, in Unit.</param>
/// <param name="Unit">The unit, such as hours or days.</param>
/// <param name="Source">The document that states it, such as S3; P for public practice.</param>
public sealed record PolicyValue(
    string Rule,
    string Name,
    DateOnly HoldsFrom,
    decimal Value,
    string Unit,
    string Source
);

/// <summary>A refusal (RFC 9457).</summary>
/// <param name="Type">What kind of problem, as an address that says more; it never changes meaning.</param>
/// <param name="Title">The same in words.</param>
/// <param name="Status">The answer's status code.</param>
/// <param name="Detail">What was wrong this time.</param>
/// <param name="Rule">The number of the rule behind it.</param>
/// <param name="TraceId">Finds the request in our logs.</param>
/// <param name="Errors">The members of the request that are not as they must be.</param>
public sealed record Problem(
    string Type,
    string Title,
    int Status,
    string? Detail = null,
    string? Rule = null,
    string? TraceId = null,
    IReadOnlyList<ProblemError>? Errors = null
);

/// <summary>A member that is not as it must be.</summary>
/// <param name="Pointer">JSON Pointer (RFC 6901) to the member of the request.</param>
/// <param name="Detail">What it must be.</param>
/// <param name="Rule">The number of the rule behind it.</param>
public sealed record ProblemError(string Pointer, string Detail, string? Rule = null);

/// <summary>As what an organisation calls. Who has a role is data: the directorates are configured, the parts of a cluster come with the cluster, the rest with the round or the settlement request.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Role>))]
public enum Role
{
    /// <summary><c>imdi</c>.</summary>
    [JsonStringEnumMemberName("imdi")]
    Imdi,

    /// <summary><c>udi</c>.</summary>
    [JsonStringEnumMemberName("udi")]
    Udi,

    /// <summary><c>hkDir</c>.</summary>
    [JsonStringEnumMemberName("hkDir")]
    HkDir,

    /// <summary><c>navDirectorate</c>.</summary>
    [JsonStringEnumMemberName("navDirectorate")]
    NavDirectorate,

    /// <summary><c>centre</c>.</summary>
    [JsonStringEnumMemberName("centre")]
    Centre,

    /// <summary><c>hostMunicipality</c>.</summary>
    [JsonStringEnumMemberName("hostMunicipality")]
    HostMunicipality,

    /// <summary><c>careerCentre</c>.</summary>
    [JsonStringEnumMemberName("careerCentre")]
    CareerCentre,

    /// <summary><c>navOffice</c>.</summary>
    [JsonStringEnumMemberName("navOffice")]
    NavOffice,

    /// <summary><c>invitedMunicipality</c>.</summary>
    [JsonStringEnumMemberName("invitedMunicipality")]
    InvitedMunicipality,

    /// <summary><c>notifiedParty</c>.</summary>
    [JsonStringEnumMemberName("notifiedParty")]
    NotifiedParty,

    /// <summary><c>askedMunicipality</c>.</summary>
    [JsonStringEnumMemberName("askedMunicipality")]
    AskedMunicipality,

    /// <summary><c>settlementMunicipality</c>.</summary>
    [JsonStringEnumMemberName("settlementMunicipality")]
    SettlementMunicipality,

    /// <summary><c>voluntaryOrganisation</c>.</summary>
    [JsonStringEnumMemberName("voluntaryOrganisation")]
    VoluntaryOrganisation,
}
