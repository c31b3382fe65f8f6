using System.Globalization;

namespace IntegrationPlatform.Hosting.Time;

/// <summary>
/// The platform's clock: what the rules mean by "now" and "today". In production it is the system clock. A local run
/// names a file (<c>PLATFORM_CLOCK_FILE</c>) that holds an offset as a time span (<c>14.00:00:00</c>); every process of
/// the run reads it, so that a demonstration can move all of them through weeks in seconds.
/// Tokens, signatures and leases never use this clock: they live in real time.
/// </summary>
public sealed class PlatformClock : TimeProvider
{
    /// <summary>The setting that names the file.</summary>
    public const string FileSetting = "PLATFORM_CLOCK_FILE";

    private static readonly TimeSpan Reread = TimeSpan.FromMilliseconds(50);
    private readonly string? _file;
    private readonly Lock _gate = new();
    private TimeSpan _offset;
    private long _readAt;

    /// <summary>Makes the clock.</summary>
    /// <param name="offsetFile">The file with the offset, or null for the system clock.</param>
    public PlatformClock(string? offsetFile)
    {
        _file = offsetFile;
        if (_file is not null)
        {
            _offset = Read(_file);
            _readAt = System.GetTimestamp();
        }
    }

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow()
    {
        if (_file is null)
        {
            return System.GetUtcNow();
        }

        lock (_gate)
        {
            if (System.GetElapsedTime(_readAt) > Reread)
            {
                _offset = Read(_file);
                _readAt = System.GetTimestamp();
            }

            return System.GetUtcNow() + _offset;
        }
    }

    private static TimeSpan Read(string file) =>
        File.Exists(file) ? TimeSpan.Parse(File.ReadAllText(file).Trim(), CultureInfo.InvariantCulture) : TimeSpan.Zero;
}
