using System.Collections.Frozen;
using IntegrationPlatform.Municipalities;

namespace IntegrationPlatform.Grants.Geography;

/// <summary>The part of the country (landsdel) that a municipality lies in, which geographic spread counts by (GRA-3).</summary>
public static class CountryPart
{
    private static readonly FrozenDictionary<string, string> ByCounty = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["03"] = "Østlandet",
        ["11"] = "Vestlandet",
        ["15"] = "Vestlandet",
        ["18"] = "Nord-Norge",
        ["31"] = "Østlandet",
        ["32"] = "Østlandet",
        ["33"] = "Østlandet",
        ["34"] = "Østlandet",
        ["39"] = "Østlandet",
        ["40"] = "Østlandet",
        ["42"] = "Sørlandet",
        ["46"] = "Vestlandet",
        ["50"] = "Trøndelag",
        ["55"] = "Nord-Norge",
        ["56"] = "Nord-Norge",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The part of the country.</summary>
    public static string Of(Municipality municipality) => ByCounty[municipality.CountyNumber];
}
