using System.Globalization;
using IntegrationPlatform.Hosting.Time;

namespace IntegrationPlatform.Journey;

/// <summary>The clock of a local run, which the journey moves on through the file that every process reads.</summary>
/// <param name="file">The file with the offset.</param>
public sealed class JourneyClock(string file)
{
    private static readonly TimeOnly Morning = new(9, 0);

    // The processes read the file again when what they know is 50 ms old; see PlatformClock.
    private static readonly TimeSpan UntilSeen = TimeSpan.FromMilliseconds(150);

    /// <summary>The day that the processes see.</summary>
    public DateOnly Today => new PlatformClock(file).Today();

    /// <summary>Moves on to the morning of a day; a day that has come is left as it is.</summary>
    public async Task MoveTo(DateOnly day, CancellationToken cancellation)
    {
        var clock = new PlatformClock(file);
        if (clock.Today() >= day)
        {
            return;
        }

        var now = clock.GetUtcNow();
        var offset = now - TimeProvider.System.GetUtcNow();
        var morning = clock.Until(day) + Morning.ToTimeSpan();
        var next = file + ".next";
        await File.WriteAllTextAsync(
            next,
            (offset + morning).ToString("c", CultureInfo.InvariantCulture),
            cancellation
        );
        File.Move(next, file, overwrite: true);
        await Task.Delay(UntilSeen, cancellation);
    }
}
