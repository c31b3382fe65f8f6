using System.Diagnostics;

namespace IntegrationPlatform.Chaos.Reckoning;

/// <summary>Looks several times a second whether anything has been done since the last look.</summary>
/// <param name="done">How much is done; throws or returns less where that cannot be told now.</param>
internal sealed class StallWatch(Func<CancellationToken, Task<long?>> done)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);
    private readonly Stopwatch _since = Stopwatch.StartNew();

    /// <summary>The longest time in which nothing was done.</summary>
    public TimeSpan Longest { get; private set; }

    /// <summary>For how long nothing has been done.</summary>
    public TimeSpan Now => _since.Elapsed;

    /// <summary>Watches until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var most = -1L;
        while (!stop.IsCancellationRequested)
        {
            if (await done(stop) is { } now && now > most)
            {
                most = now;
                _since.Restart();
            }
            else if (_since.Elapsed > Longest)
            {
                Longest = _since.Elapsed;
            }

            await Task.Delay(Pace, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
