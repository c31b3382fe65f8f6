using System.Globalization;

namespace IntegrationPlatform.Local.Run;

/// <summary>
/// The clock of a local run: the file with the offset that every process of it reads. Changes are atomic; time only
/// goes forward.
/// </summary>
/// <param name="file">The file, as <c>PLATFORM_CLOCK_FILE</c> names it.</param>
public sealed class PlatformTime(string file)
{
    /// <summary>Where a local run begins: the day of the invitation to the ten municipalities (S0, S1).</summary>
    public static readonly DateTimeOffset Start = new(2016, 7, 4, 8, 0, 0, TimeSpan.Zero);

    /// <summary>The file.</summary>
    public string File => file;

    /// <summary>What the platform's processes take for now.</summary>
    public DateTimeOffset Now => DateTimeOffset.UtcNow + Offset;

    private TimeSpan Offset => TimeSpan.Parse(System.IO.File.ReadAllText(file), CultureInfo.InvariantCulture);

    /// <summary>Sets the clock where it has no file yet; a run that is started again goes on from its own time.</summary>
    public void EnsureStarted()
    {
        if (!System.IO.File.Exists(file))
        {
            Write(Start - DateTimeOffset.UtcNow);
        }
    }

    /// <summary>Moves the clock forward.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Write(Offset + by);
    }

    private void Write(TimeSpan offset) => PrivateFile.Write(file, offset.ToString("c", CultureInfo.InvariantCulture));
}
