using System.Diagnostics;
using System.Security.Cryptography;
using IntegrationPlatform.Journey.Chapters;
using IntegrationPlatform.Journey.Partners;
using IntegrationPlatform.Journey.Story;
using IntegrationPlatform.Local.Run;

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
    /// <param name="run">How the platform is reached.</param>
    /// <param name="residents">How many people travel.</param>
    /// <param name="story">Hears what happens.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="RefusedException">The platform refused what the journey counts on.</exception>
    public static async Task<JourneyResult> Journey(
        RunFile run,
        int residents,
        IStory story,
        CancellationToken cancellation
    )
    {
        var watch = Stopwatch.StartNew();
        using var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(1) });
        http.Timeout = Timeout.InfiniteTimeSpan; // Each try has its own; see Api.
        using var key = RSA.Create();
        key.ImportFromPem(run.ClientKey);
        var api = new Api(http, run.Gateway, new TokenSource(http, run.Issuer, key));
        var stage = new Stage(api, new JourneyClock(run.ClockFile), story, residents);
        foreach (var chapter in Chapters)
        {
            story.Chapter(chapter.Title);
            await chapter.Play(stage, cancellation);
        }

        return await Reckoning.Of(stage, new Imdinett(http, run.Imdinett), watch, cancellation);
    }
}
