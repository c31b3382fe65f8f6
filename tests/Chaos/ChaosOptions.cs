using System.Globalization;
using IntegrationPlatform.Chaos.Script;

namespace IntegrationPlatform.Chaos;

/// <summary>What the command line asks for.</summary>
/// <param name="Minutes">How long faults happen.</param>
/// <param name="Seed">What the script is made from.</param>
/// <param name="Kinds">The kinds of fault that happen.</param>
/// <param name="Json">The last line is the result as JSON.</param>
/// <param name="Script">Only print the script.</param>
internal sealed record ChaosOptions(int Minutes, int Seed, IReadOnlyList<FaultKind> Kinds, bool Json, bool Script)
{
    private const int MostMinutes = 24 * 60;

    /// <summary>What makes the same script again.</summary>
    public IEnumerable<string> Arguments =>
        [
            "--minutes",
            Minutes.ToString(CultureInfo.InvariantCulture),
            "--seed",
            Seed.ToString(CultureInfo.InvariantCulture),
            .. Kinds == FaultKinds.All
                ? Array.Empty<string>()
                : ["--only", string.Join(',', Kinds.Select(kind => kind.Name))],
        ];

    /// <summary>The options; null when they cannot be understood.</summary>
    public static ChaosOptions? Read(IReadOnlyList<string> args)
    {
        var options = new ChaosOptions(10, Random.Shared.Next(1, 10_000), FaultKinds.All, false, false);
        for (var i = 0; i < args.Count; i++)
        {
            switch (args[i])
            {
                case "--json":
                    options = options with { Json = true };
                    break;
                case "--script":
                    options = options with { Script = true };
                    break;
                case "--minutes" when Number(args, ++i) is > 0 and <= MostMinutes and var minutes:
                    options = options with { Minutes = minutes };
                    break;
                case "--seed" when Number(args, ++i) is { } seed:
                    options = options with { Seed = seed };
                    break;
                case "--only" when Named(args.ElementAtOrDefault(++i)) is { } kinds:
                    options = options with { Kinds = kinds };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }

    private static IReadOnlyList<FaultKind>? Named(string? names)
    {
        var kinds = names?.Split(',').Select(name => FaultKinds.All.FirstOrDefault(kind => kind.Name == name)).ToList();
        return kinds is null || kinds.Contains(null) ? null : [.. kinds.OfType<FaultKind>()];
    }

    private static int? Number(IReadOnlyList<string> args, int at) =>
        at < args.Count && int.TryParse(args[at], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
