using System.Diagnostics;

namespace IntegrationPlatform.Chaos.Reckoning;

/// <summary>Looks several times a second whether anything has been done since the last look.</summary>
/// <param name="done">How much is done; throws or returns less where that cannot be told now.</param>
internal sealed class StallWatch(Func<CancellationToken, Task<long?>> done)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    /// <summary>The longest time in which nothing was done.</summary>
    public TimeSpan Longest { get; private set; }

    /// <summary>Watches until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var most = -1L;
        var since = Stopwatch.StartNew();
        while (!stop.IsCancellationRequested)
        {
            if (await done(stop) is { } now && now > most)
            {
                most = now;
                since.Restart();
            }
            else if (since.Elapsed > Longest)
            {
                Longest = since.Elapsed;
            }

            await Task.Delay(Pace, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
