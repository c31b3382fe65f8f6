using System.Text.Json.Serialization;

namespace IntegrationPlatform.Guidance.Contracts;

/// <summary>How a guidance session is held (GUI-3).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SessionForm>))]
public enum SessionForm
{
    /// <summary>With one resident.</summary>
    [JsonStringEnumMemberName("individual")]
    Individual,

    /// <summary>With several residents together.</summary>
    [JsonStringEnumMemberName("group")]
    Group,
}
