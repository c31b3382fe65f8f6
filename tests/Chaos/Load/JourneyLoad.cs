using System.Globalization;
using IntegrationPlatform.Journey;
using IntegrationPlatform.Journey.Story;
using IntegrationPlatform.Local.Run;

namespace IntegrationPlatform.Chaos.Load;

/// <summary>Plays one journey of residents after the other, through the gateway.</summary>
internal sealed class JourneyLoad(RunFile run, int residents) : IStory
{
    // The clusters' period ends with 2018 (GRA-1): nobody can arrive later, and a journey takes some months.
    private static readonly DateOnly LastBegin = new(2018, 6, 30);
    private readonly JourneyClock _clock = new(run.ClockFile);
    private readonly List<JourneyResult> _results = [];
    private int _begun;
    private int _steps;
    private volatile string _chapter = "";

    /// <summary>Journeys that ended.</summary>
    public IReadOnlyList<JourneyResult> Results => _results;

    /// <summary>People on all journeys, those on one that broke off included.</summary>
    public int Residents => Volatile.Read(ref _begun) * residents;

    /// <summary>Acts that partners got done.</summary>
    public int Steps => Volatile.Read(ref _steps);

    /// <summary>Why a journey broke off; null when none did.</summary>
    public string? BrokeOff { get; private set; }

    /// <summary>
    /// Plays journeys until it is stopped, or until the years are over in which there are hosts; the last is played to its
    /// end.
    /// </summary>
    /// <param name="stop">No new journey.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task RunAsync(CancellationToken stop, CancellationToken cancellation)
    {
        while (!stop.IsCancellationRequested && BrokeOff is null && _clock.Today <= LastBegin)
        {
            Interlocked.Increment(ref _begun);
            try
            {
                _results.Add(await Play.Journey(run, residents, this, cancellation));
            }
            catch (Exception fault) when (!cancellation.IsCancellationRequested)
            {
                BrokeOff = $"A journey broke off in the chapter {_chapter}: {fault.Message}";
            }
        }
    }

    /// <summary>Where it stands.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"journey {_begun}: {_chapter}");

    /// <inheritdoc />
    public void Chapter(string title) => _chapter = title;

    /// <inheritdoc />
    public void Tell(DateOnly day, string sentence) { }

    /// <inheritdoc />
    public void Progress(string what, int done, int all) => Interlocked.Increment(ref _steps);
}
