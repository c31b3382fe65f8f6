using System.Text.Json.Serialization;

namespace IntegrationPlatform.Programme.Contracts;

/// <summary>Who gives an activity (PRO-4).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Provider>))]
public enum Provider
{
    /// <summary>The integration reception centre.</summary>
    [JsonStringEnumMemberName("centre")]
    Centre,

    /// <summary>The host municipality.</summary>
    [JsonStringEnumMemberName("municipality")]
    Municipality,

    /// <summary>NAV: only with a permit and NAV's own assessment of need (PRO-5).</summary>
    [JsonStringEnumMemberName("nav")]
    Nav,

    /// <summary>The county career centre.</summary>
    [JsonStringEnumMemberName("careerCentre")]
    CareerCentre,

    /// <summary>A voluntary organisation.</summary>
    [JsonStringEnumMemberName("voluntaryOrganisation")]
    VoluntaryOrganisation,

    /// <summary>A business.</summary>
    [JsonStringEnumMemberName("business")]
    Business,
}
