using System.Globalization;

namespace IntegrationPlatform.Local.Processes;

/// <summary>What <c>/proc</c> says of processes: who lives, and who descends from whom.</summary>
internal static class ProcessTree
{
    /// <summary>True while the process runs; one that ended and was not yet collected is gone.</summary>
    public static bool Lives(int process) => Read(process) is { State: not 'Z' and not 'X' };

    /// <summary>The processes below this one, nearest first.</summary>
    public static IReadOnlyList<int> Below(int process)
    {
        var parents = All()
            .Select(id => (Id: id, Stat: Read(id)))
            .Where(entry => entry.Stat is not null)
            .ToLookup(entry => entry.Stat!.Value.Parent, entry => entry.Id);
        var found = new List<int>(parents[process]);
        for (var i = 0; i < found.Count; i++)
        {
            found.AddRange(parents[found[i]]);
        }

        return found;
    }

    /// <summary>The processes whose command line holds this text.</summary>
    public static IReadOnlyList<int> WithArgument(string text) =>
        [.. All().Where(id => CommandLine(id).Contains(text, StringComparison.Ordinal))];

    private static IEnumerable<int> All() =>
        Directory
            .EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0);

    private static string CommandLine(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/cmdline");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return ""; // It ended while we looked, or is another account's.
        }
    }

    private static (char State, int Parent)? Read(int process)
    {
        try
        {
            // "pid (name) state parent …": the name may hold anything, so the last bracket counts.
            var stat = File.ReadAllText($"/proc/{process}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ', 3);
            return (fields[0][0], int.Parse(fields[1], CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            return null; // It ended while we looked.
        }
    }
}
