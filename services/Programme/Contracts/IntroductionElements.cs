namespace IntegrationPlatform.Programme.Contracts;

/// <summary>
/// Codes of the introduction programme's elements that a resident can complete before settlement, and that the
/// settlement municipality may then leave out (PRO-6, S3). The seeds name the first two; the rest is public practice.
/// </summary>
public static class IntroductionElements
{
    /// <summary>Parental guidance, "foreldreveiledning" (S3).</summary>
    public const string ParentalGuidance = "parental-guidance";

    /// <summary>Recognition of education, "godkjenning av utdanning" (S3).</summary>
    public const string EducationRecognition = "education-recognition";

    /// <summary>Training in Norwegian.</summary>
    public const string Norwegian = "norwegian";

    /// <summary>Social studies.</summary>
    public const string SocialStudies = "social-studies";

    /// <summary>Life skills in a new country, "livsmestring".</summary>
    public const string LifeSkills = "life-skills";

    /// <summary>Work- or education-oriented elements, such as language or work practice.</summary>
    public const string WorkOriented = "work-oriented";

    /// <summary>All codes.</summary>
    public static IReadOnlySet<string> All { get; } =
        new HashSet<string>(StringComparer.Ordinal)
        {
            ParentalGuidance,
            EducationRecognition,
            Norwegian,
            SocialStudies,
            LifeSkills,
            WorkOriented,
        };
}
