using System.Text.Json.Serialization;

namespace IntegrationPlatform.Client;

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
