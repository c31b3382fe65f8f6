using System.Collections.Frozen;
using System.Globalization;

namespace IntegrationPlatform.Mapping.Languages;

/// <summary>
/// The languages that a person can be registered with: those of the form, and every other that ICU knows, since
/// a resident's language need not be one that the form exists in.
/// </summary>
internal static class KnownLanguages
{
    private static readonly FrozenSet<string> Tags = CultureInfo
        .GetCultures(CultureTypes.NeutralCultures)
        .Select(culture => culture.Name)
        .Where(name => name.Length > 0)
        .Concat(Language.Shipped.Select(language => language.Code))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for the tag of a known language.</summary>
    public static bool Contain(string? tag) => tag is not null && Tags.Contains(tag);
}
