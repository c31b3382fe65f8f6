namespace IntegrationPlatform.Mapping.Contracts;

/// <summary>The answers of a competence mapping: competence, and needs for more qualification and training (MAP-4).</summary>
/// <param name="Languages">Languages the resident uses, with level.</param>
/// <param name="Education">Schooling and education, in the resident's order.</param>
/// <param name="Work">Work experience, in the resident's order.</param>
/// <param name="Skills">Other skills and activities.</param>
/// <param name="DrivingLicences">Categories of driving licence, such as <c>B</c> or <c>C1E</c>.</param>
/// <param name="DigitalSkills">How well the resident uses a computer; null when not answered.</param>
/// <param name="Interests">Interests.</param>
/// <param name="Wishes">Wishes for education and work.</param>
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

/// <summary>A language and how well the resident uses it.</summary>
/// <param name="Language">The language tag.</param>
/// <param name="Level">The level.</param>
public sealed record LanguageSkill(string Language, LanguageLevel Level);

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

/// <summary>One work experience.</summary>
/// <param name="Occupation">The occupation, in the resident's words.</param>
/// <param name="Country">Where, as ISO 3166-1 alpha-2.</param>
/// <param name="Years">How many years.</param>
/// <param name="Styrk08">The occupation's STYRK-08 code of one to four digits, if known.</param>
public sealed record Work(string Occupation, string Country, decimal Years, string? Styrk08 = null);

/// <summary>Wishes, in the resident's words.</summary>
/// <param name="Education">The education wished for.</param>
/// <param name="Work">The work wished for.</param>
public sealed record Wishes(string? Education = null, string? Work = null);
