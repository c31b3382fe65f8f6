using System.Text.Json.Serialization;

namespace IntegrationPlatform.Mapping.Contracts;

/// <summary>Who gave the answers of a mapping (MAP-5).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AnsweredBy>))]
public enum AnsweredBy
{
    /// <summary>The resident, alone.</summary>
    [JsonStringEnumMemberName("resident")]
    Resident,

    /// <summary>Staff at the centre, together with the resident.</summary>
    [JsonStringEnumMemberName("staff")]
    Staff,

    /// <summary>The resident through an interpreter.</summary>
    [JsonStringEnumMemberName("interpreter")]
    Interpreter,
}
