using System.Diagnostics;
using IntegrationPlatform.Journey.Chapters;
using IntegrationPlatform.Journey.Partners;
using IntegrationPlatform.Journey.Story;

namespace IntegrationPlatform.Journey;

/// <summary>Plays the journey from choosing the hosts to the start of the introduction programme.</summary>
public static class Play
{
    private static readonly IChapter[] Chapters =
    [
        new ChoosingHosts(),
        new Arriving(),
        new Distributing(),
        new Mappings(),
        new Guiding(),
        new FullTime(),
        new Recommending(),
        new Requesting(),
        new Settling(),
    ];

    /// <summary>Plays it against a platform that runs.</summary>
    /// <param name="where">How the platform is reached.</param>
    /// <param name="residents">How many people travel.</param>
    /// <param name="story">Hears what happens.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="RefusedException">The platform refused what the journey counts on.</exception>
    public static async Task<JourneyResult> Journey(
        Surroundings where,
        int residents,
        IStory story,
        CancellationToken cancellation
    )
    {
        var watch = Stopwatch.StartNew();
        using var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(1) });
        http.Timeout = Timeout.InfiniteTimeSpan;
        var api = new Api(http, where.Gateway, new TokenSource(http, where.Issuer));
        var stage = new Stage(api, new JourneyClock(where.ClockFile), story, residents);
        foreach (var chapter in Chapters)
        {
            story.Chapter(chapter.Title);
            await chapter.Play(stage, cancellation);
        }

        return await Reckoning.Of(stage, new Imdinett(http, where.Imdinett), watch, cancellation);
    }
}
