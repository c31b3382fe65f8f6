using System.Collections.Frozen;
using System.Globalization;

namespace IntegrationPlatform.Mapping.Languages;

/// <summary>
/// The languages that a person can be registered with: those of the form, those that ICU knows, and by their three
/// letters (ISO 639-3) the thousands that ICU does not know, since a resident's language need not be one of the form.
/// </summary>
internal static class KnownLanguages
{
    private const int ThreeLetters = 3;

    private static readonly FrozenSet<string> Tags = CultureInfo
        .GetCultures(CultureTypes.NeutralCultures)
        .Select(culture => culture.Name)
        .Where(name => name.Length > 0)
        .Concat(Language.Shipped.Select(language => language.Code))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for the tag of a known language.</summary>
    public static bool Contain(string? tag) =>
        tag is not null && (Tags.Contains(tag) || (tag.Length == ThreeLetters && tag.All(char.IsAsciiLetterLower)));
}
