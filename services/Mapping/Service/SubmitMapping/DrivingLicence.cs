using System.Collections.Frozen;

namespace IntegrationPlatform.Mapping.SubmitMapping;

/// <summary>Categories of driving licence in Norway: those of the EEA, with tractor (T) and snowmobile (S).</summary>
internal static class DrivingLicence
{
    private static readonly FrozenSet<string> Categories = FrozenSet.Create(
        StringComparer.Ordinal,
        "AM",
        "A1",
        "A2",
        "A",
        "B1",
        "B",
        "BE",
        "C1",
        "C1E",
        "C",
        "CE",
        "D1",
        "D1E",
        "D",
        "DE",
        "T",
        "S"
    );

    /// <summary>True for a category.</summary>
    public static bool IsCategory(string category) => Categories.Contains(category);
}
