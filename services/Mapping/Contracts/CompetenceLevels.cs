using System.Text.Json.Serialization;

namespace IntegrationPlatform.Mapping.Contracts;

/// <summary>How well somebody uses a language: the levels of the CEFR, and mother tongue above them (MAP-4).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LanguageLevel>))]
public enum LanguageLevel
{
    /// <summary>Breakthrough.</summary>
    [JsonStringEnumMemberName("a1")]
    A1,

    /// <summary>Waystage.</summary>
    [JsonStringEnumMemberName("a2")]
    A2,

    /// <summary>Threshold.</summary>
    [JsonStringEnumMemberName("b1")]
    B1,

    /// <summary>Vantage.</summary>
    [JsonStringEnumMemberName("b2")]
    B2,

    /// <summary>Effective operational proficiency.</summary>
    [JsonStringEnumMemberName("c1")]
    C1,

    /// <summary>Mastery.</summary>
    [JsonStringEnumMemberName("c2")]
    C2,

    /// <summary>Mother tongue.</summary>
    [JsonStringEnumMemberName("native")]
    Native,
}

/// <summary>The level of an education, as ISCED 2011 states it; the value is ISCED's number (MAP-4).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EducationLevel>))]
public enum EducationLevel
{
    /// <summary>No schooling, or less than primary.</summary>
    [JsonStringEnumMemberName("none")]
    None = 0,

    /// <summary>Primary.</summary>
    [JsonStringEnumMemberName("primary")]
    Primary = 1,

    /// <summary>Lower secondary.</summary>
    [JsonStringEnumMemberName("lowerSecondary")]
    LowerSecondary = 2,

    /// <summary>Upper secondary, general or vocational.</summary>
    [JsonStringEnumMemberName("upperSecondary")]
    UpperSecondary = 3,

    /// <summary>After upper secondary, below tertiary.</summary>
    [JsonStringEnumMemberName("postSecondary")]
    PostSecondary = 4,

    /// <summary>Short tertiary, such as higher vocational education.</summary>
    [JsonStringEnumMemberName("shortTertiary")]
    ShortTertiary = 5,

    /// <summary>Bachelor or equivalent.</summary>
    [JsonStringEnumMemberName("bachelor")]
    Bachelor = 6,

    /// <summary>Master or equivalent.</summary>
    [JsonStringEnumMemberName("master")]
    Master = 7,

    /// <summary>Doctorate.</summary>
    [JsonStringEnumMemberName("doctorate")]
    Doctorate = 8,
}

/// <summary>How well somebody uses a computer (MAP-4).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DigitalSkills>))]
public enum DigitalSkills
{
    /// <summary>Has not used one.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>Uses it with help.</summary>
    [JsonStringEnumMemberName("basic")]
    Basic,

    /// <summary>Uses it alone for everyday purposes.</summary>
    [JsonStringEnumMemberName("independent")]
    Independent,

    /// <summary>Uses it at work or in studies.</summary>
    [JsonStringEnumMemberName("advanced")]
    Advanced,
}
