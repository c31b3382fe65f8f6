using System.Globalization;

namespace IntegrationPlatform.Benchmarks;

/// <summary>Processor time of a process and all below it, as the kernel counts it.</summary>
internal static class CpuTime
{
    // Fields of /proc/<pid>/stat after the name: parent, and user and system time of the process and of its dead children.
    private const int Parent = 1;
    private static readonly int[] Times = [11, 12, 13, 14];

    // USER_HZ: a hundredth of a second on every Linux that .NET runs on.
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    public static TimeSpan Of(int process)
    {
        var all = Directory
            .EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? id : 0)
            .Where(id => id > 0)
            .Select(id => (Id: id, Stat: Stat(id)))
            .Where(entry => entry.Stat.Length > 0)
            .ToList();
        var below = all.ToLookup(entry => entry.Stat[Parent]);
        return Tick * Sum(all.Single(entry => entry.Id == process));

        long Sum((int Id, long[] Stat) entry) => Times.Sum(i => entry.Stat[i]) + below[entry.Id].Sum(Sum);
    }

    private static long[] Stat(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return
            [
                .. stat[(stat.LastIndexOf(')') + 2)..]
                    .Split(' ')
                    .Take(16)
                    .Select(field => long.TryParse(field, CultureInfo.InvariantCulture, out var number) ? number : 0),
            ];
        }
        catch (IOException)
        {
            return []; // It ended while we looked.
        }
    }
}
