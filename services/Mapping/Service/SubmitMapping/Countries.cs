using System.Collections.Frozen;
using System.Globalization;

namespace IntegrationPlatform.Mapping.SubmitMapping;

/// <summary>The countries that ICU knows.</summary>
internal static class Countries
{
    private const int CodeLength = 2;

    private static readonly FrozenSet<string> Codes = CultureInfo
        .GetCultures(CultureTypes.SpecificCultures)
        .Select(culture => new RegionInfo(culture.Name).TwoLetterISORegionName)
        .Where(code => code.Length == CodeLength && code.All(char.IsAsciiLetterUpper))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for the code of a country (ISO 3166-1 alpha-2).</summary>
    public static bool Contain(string code) => Codes.Contains(code);
}
