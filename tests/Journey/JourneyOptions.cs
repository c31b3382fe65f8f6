using System.Globalization;

namespace IntegrationPlatform.Journey;

/// <summary>What the command line asks for.</summary>
/// <param name="Residents">How many people travel.</param>
/// <param name="Json">The last line is the result as JSON.</param>
/// <param name="Folder">The folder of the run file.</param>
internal sealed record JourneyOptions(int Residents, bool Json, string Folder)
{
    public const string Help = """
        Plays the journey from choosing the hosts to the start of the introduction programme.

          --residents N   people who travel, 1 to 5000 (default 20)
          --json          the last line is the result as JSON
          --folder PATH   the folder of the run (default .local)
        """;

    private const int MostResidents = 5000;

    /// <summary>The options; null when they cannot be understood.</summary>
    public static JourneyOptions? Read(string[] args)
    {
        var options = new JourneyOptions(20, false, ".local");
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--json":
                    options = options with { Json = true };
                    break;
                case "--residents" when TryCount(args.ElementAtOrDefault(++i), out var residents):
                    options = options with { Residents = residents };
                    break;
                case "--folder" when args.ElementAtOrDefault(++i) is { } folder:
                    options = options with { Folder = folder };
                    break;
                default:
                    return null;
            }
        }

        return options;
    }

    private static bool TryCount(string? text, out int count) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out count)
        && count is > 0 and <= MostResidents;
}
