using System.Text.Json.Serialization;

namespace IntegrationPlatform.Mapping.Contracts;

/// <summary>Why a resident belongs to the target group (MAP-1, S1, S4).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PermitStatus>))]
public enum PermitStatus
{
    /// <summary>High probability of being granted a permit.</summary>
    [JsonStringEnumMemberName("likely")]
    Likely,

    /// <summary>A residence permit is granted.</summary>
    [JsonStringEnumMemberName("granted")]
    Granted,

    /// <summary>The application was refused: the resident leaves the target group.</summary>
    [JsonStringEnumMemberName("refused")]
    Refused,
}
