using System.Collections.Frozen;
using System.Globalization;

namespace IntegrationPlatform.Municipalities;

/// <summary>
/// The 357 municipalities and who borders on whom (SET-2). Names and positions are from GeoNames, neighbours are
/// derived from Kartverket's boundaries (both CC BY 4.0); an island's neighbours are the three nearest municipalities.
/// </summary>
public static class MunicipalityRegister
{
    private static readonly FrozenDictionary<string, Municipality> ByNumber = Rows("municipalities.csv")
        .Select(row => new Municipality(row[0], row[1], row[2], row[3], Degrees(row[4]), Degrees(row[5])))
        .ToFrozenDictionary(m => m.Number, StringComparer.Ordinal);

    private static readonly FrozenSet<(string, string)> Borders = Rows("municipality-neighbours.csv")
        .Select(row => (row[0], row[1]))
        .ToFrozenSet();

    /// <summary>All of them, by number.</summary>
    public static IReadOnlyList<Municipality> All { get; } =
    [.. ByNumber.Values.OrderBy(m => m.Number, StringComparer.Ordinal)];

    /// <summary>The municipality with a number; null when there is none.</summary>
    public static Municipality? Find(string number) => ByNumber.GetValueOrDefault(number);

    /// <summary>True when the two border on each other; nobody is a neighbour of itself.</summary>
    public static bool AreNeighbours(string one, string other) =>
        Borders.Contains((one, other)) || Borders.Contains((other, one));

    private static double Degrees(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<string[]> Rows(string resource)
    {
        using var stream = typeof(MunicipalityRegister).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        reader.ReadLine();
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            yield return line.Split(',');
        }
    }
}
