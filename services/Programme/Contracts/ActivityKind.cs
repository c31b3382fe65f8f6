using System.Text.Json.Serialization;

namespace IntegrationPlatform.Programme.Contracts;

/// <summary>What an activity of the full-time programme is (PRO-2, S1, S3).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ActivityKind>))]
public enum ActivityKind
{
    /// <summary>Training in Norwegian: mandatory (S3).</summary>
    [JsonStringEnumMemberName("norwegian")]
    Norwegian,

    /// <summary>Social studies, "samfunnskunnskap": mandatory (S3).</summary>
    [JsonStringEnumMemberName("socialStudies")]
    SocialStudies,

    /// <summary>Competence mapping: mandatory until the mapping is completed (S3).</summary>
    [JsonStringEnumMemberName("competenceMapping")]
    CompetenceMapping,

    /// <summary>Career guidance: as far as possible (S3).</summary>
    [JsonStringEnumMemberName("guidance")]
    Guidance,

    /// <summary>Language practice: as far as possible (S3); what the Immigration Act allows without a permit (S1).</summary>
    [JsonStringEnumMemberName("languagePractice")]
    LanguagePractice,

    /// <summary>Work-oriented activity: as far as possible (S3).</summary>
    [JsonStringEnumMemberName("workOriented")]
    WorkOriented,

    /// <summary>An offer with a voluntary organisation: as far as possible (S3).</summary>
    [JsonStringEnumMemberName("voluntary")]
    Voluntary,

    /// <summary>Primary school subjects (S1).</summary>
    [JsonStringEnumMemberName("primarySubjects")]
    PrimarySubjects,

    /// <summary>Upper-secondary subjects (S1).</summary>
    [JsonStringEnumMemberName("upperSecondarySubjects")]
    UpperSecondarySubjects,

    /// <summary>A vocational track (S1).</summary>
    [JsonStringEnumMemberName("vocational")]
    Vocational,

    /// <summary>An element of the introduction programme, such as parental guidance (PRO-6).</summary>
    [JsonStringEnumMemberName("introductionElement")]
    IntroductionElement,

    /// <summary>Anything else that the plan names.</summary>
    [JsonStringEnumMemberName("other")]
    Other,
}
