using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Mapping.Languages;

namespace IntegrationPlatform.Mapping.SubmitMapping;

/// <summary>A mapping as it is submitted. A list may be empty: no education is an answer.</summary>
/// <param name="AnsweredBy">Who gave the answers.</param>
/// <param name="Languages">Languages with level.</param>
/// <param name="Education">Schooling and education.</param>
/// <param name="Work">Work experience.</param>
/// <param name="Skills">Other skills and activities.</param>
/// <param name="DrivingLicences">Categories of driving licence.</param>
/// <param name="DigitalSkills">Digital skills.</param>
/// <param name="Interests">Interests.</param>
/// <param name="Wishes">Wishes for education and work.</param>
/// <param name="Needs">Needs.</param>
/// <param name="Reason">Why the mapping is corrected; required from the second version on.</param>
internal sealed record Submission(
    AnsweredBy AnsweredBy,
    IReadOnlyList<LanguageSkill> Languages,
    IReadOnlyList<Education> Education,
    IReadOnlyList<Work> Work,
    IReadOnlyList<string>? Skills = null,
    IReadOnlyList<string>? DrivingLicences = null,
    DigitalSkills? DigitalSkills = null,
    IReadOnlyList<string>? Interests = null,
    Wishes? Wishes = null,
    IReadOnlyList<string>? Needs = null,
    string? Reason = null
)
{
    private const string Fields = "MAP-4";
    private const int MostItems = 50;
    private const int LongestText = 1000;
    private const int MostYears = 80;
    private const int LongestStyrk = 4;
    private const int LongestIsced = 4;

    /// <summary>The answers, with every list present.</summary>
    public Competence Competence() =>
        new(
            Languages,
            Education,
            Work,
            Skills ?? [],
            DrivingLicences ?? [],
            DigitalSkills,
            Interests ?? [],
            Wishes ?? new Wishes(),
            Needs ?? []
        );

    /// <summary>What is wrong with the answers when they become this version.</summary>
    public FieldErrors Errors(int version)
    {
        var errors = new FieldErrors();
        Each(errors, "/languages", Languages, Check);
        Each(errors, "/education", Education, Check);
        Each(errors, "/work", Work, Check);
        Each(errors, "/skills", Skills ?? [], CheckText);
        Each(errors, "/interests", Interests ?? [], CheckText);
        Each(errors, "/needs", Needs ?? [], CheckText);
        Each(
            errors,
            "/drivingLicences",
            DrivingLicences ?? [],
            (e, at, licence) =>
                e.Require(DrivingLicence.IsCategory(licence), at, Fields, "Is no category of driving licence.")
        );
        CheckOptional(errors, "/wishes/education", Wishes?.Education);
        CheckOptional(errors, "/wishes/work", Wishes?.Work);
        return errors.Require(
            version == 1 ? Reason is null : IsText(Reason),
            "/reason",
            "MAP-5",
            version == 1 ? "Belongs to a correction." : "Must say why the mapping is corrected."
        );
    }

    private static void Check(FieldErrors errors, string at, LanguageSkill skill) =>
        errors.Require(KnownLanguages.Contain(skill.Language), $"{at}/language", Fields, "Is no known language tag.");

    private static void Check(FieldErrors errors, string at, Education education)
    {
        CheckPlace(errors, at, education.Country, education.Years);
        CheckOptional(errors, $"{at}/field", education.Field);
        errors.Require(
            education.FieldCode is null || IsCode(education.FieldCode, 2, LongestIsced),
            $"{at}/fieldCode",
            Fields,
            "Must be two to four digits (ISCED-F 2013)."
        );
    }

    private static void Check(FieldErrors errors, string at, Work work)
    {
        CheckPlace(errors, at, work.Country, work.Years);
        CheckText(errors, $"{at}/occupation", work.Occupation);
        errors.Require(
            work.Styrk08 is null || IsCode(work.Styrk08, 1, LongestStyrk),
            $"{at}/styrk08",
            Fields,
            "Must be one to four digits (STYRK-08)."
        );
    }

    private static void CheckPlace(FieldErrors errors, string at, string country, decimal years) =>
        errors
            .Require(Countries.Contain(country), $"{at}/country", Fields, "Is no country code (ISO 3166-1 alpha-2).")
            .Require(years is >= 0 and <= MostYears, $"{at}/years", Fields, $"Must be 0 to {MostYears}.");

    private static void CheckOptional(FieldErrors errors, string at, string? text) =>
        errors.Require(text is null || IsText(text), at, Fields, $"Must be 1 to {LongestText} characters.");

    private static void CheckText(FieldErrors errors, string at, string text) =>
        errors.Require(IsText(text), at, Fields, $"Must be 1 to {LongestText} characters.");

    private static void Each<T>(
        FieldErrors errors,
        string pointer,
        IReadOnlyList<T?> items,
        Action<FieldErrors, string, T> check
    )
        where T : class
    {
        errors.Require(items.Count <= MostItems, pointer, Fields, $"Takes at most {MostItems}.");
        for (var i = 0; i < Math.Min(items.Count, MostItems); i++)
        {
            if (items[i] is { } item)
            {
                check(errors, $"{pointer}/{i}", item);
            }
            else
            {
                errors.Require(false, $"{pointer}/{i}", Fields, "Is null.");
            }
        }
    }

    private static bool IsText(string? text) =>
        text?.Trim().Length is > 0 and <= LongestText && !text.Any(c => char.IsControl(c) && c is not ('\n' or '\r'));

    private static bool IsCode(string code, int shortest, int longest) =>
        code.Length >= shortest && code.Length <= longest && code.All(char.IsAsciiDigit);
}
