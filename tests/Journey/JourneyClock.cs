using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Local.Run;

namespace IntegrationPlatform.Journey;

/// <summary>The clock of a local run, as days in Norway.</summary>
/// <param name="file">The file with the offset.</param>
public sealed class JourneyClock(string file)
{
    private static readonly TimeSpan Morning = TimeSpan.FromHours(9);

    // The processes read the file again when what they know is 50 ms old; see PlatformClock.
    private static readonly TimeSpan UntilSeen = TimeSpan.FromMilliseconds(150);
    private readonly PlatformTime _time = new(file);

    /// <summary>The current day.</summary>
    public DateOnly Today => _time.Now.NorwegianDay();

    /// <summary>Moves on to the morning of a day; a day that has come is left as it is.</summary>
    public async Task MoveTo(DateOnly day, CancellationToken cancellation)
    {
        if (Today < day)
        {
            _time.Advance(new PlatformClock(file).Until(day) + Morning);
            await Task.Delay(UntilSeen, cancellation);
        }
    }
}
