using System.Globalization;
using IntegrationPlatform.Local.Run;

namespace IntegrationPlatform.Chaos.Reckoning;

/// <summary>The resident memory of the replicas that live through the run.</summary>
internal sealed class MemoryWatch(LocalPlatform platform, TimeSpan length)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private readonly Dictionary<string, List<(TimeSpan At, long Bytes)>> _samples = platform
        .Parts.Where(part => part.Part.Database is not null && part.Replica == 2)
        .ToDictionary(part => part.Name, _ => new List<(TimeSpan, long)>());

    /// <summary>Watches until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!stop.IsCancellationRequested)
        {
            foreach (var (name, samples) in _samples)
            {
                var process = platform.Parts.Single(part => part.Name == name).ProcessId;
                samples.Add((TimeProvider.System.GetElapsedTime(began), Resident(process)));
            }

            await Task.Delay(Pace, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>What each replica held, by its name.</summary>
    public IReadOnlyDictionary<string, MemoryUse> Result() =>
        _samples.ToDictionary(
            replica => replica.Key,
            replica => new MemoryUse(
                Most(replica.Value.Where(sample => sample.At > length / 4 && sample.At <= length / 2)),
                Most(replica.Value.Where(sample => sample.At > length * 3 / 4))
            )
        );

    private static int Most(IEnumerable<(TimeSpan, long Bytes)> samples) =>
        (int)(samples.Max(sample => sample.Bytes) >> 20);

    private static long Resident(int process) =>
        long.Parse(File.ReadAllText($"/proc/{process}/statm").Split(' ')[1], CultureInfo.InvariantCulture)
        * Environment.SystemPageSize;
}
