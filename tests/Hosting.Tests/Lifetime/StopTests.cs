using System.Net;
using IntegrationPlatform.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace IntegrationPlatform.Hosting.Tests.Lifetime;

/// <summary>A process that is told to stop.</summary>
public sealed class StopTests
{
    [Fact]
    public async Task It_says_that_it_is_not_ready_while_it_still_serves()
    {
        await using var app = await TestApp.StartAsync(
            app => app.MapGet("/act", () => "done").AllowAnonymous(),
            settings: new Dictionary<string, string?> { ["Limits:Drain"] = "00:01:00" }
        );
        using var client = app.Anonymous();
        using var enough = new CancellationTokenSource();
        var stop = app.StopAsync(enough.Token);

        await Eventually.Holds(
            "it is not ready",
            async () => (await client.GetAsync("/ready")).StatusCode == HttpStatusCode.ServiceUnavailable
        );
        Assert.Equal("done", await client.GetStringAsync("/act"));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/live")).StatusCode);

        await enough.CancelAsync();
        await stop;
    }

    [Fact]
    public async Task What_is_under_way_finishes()
    {
        using var reached = new SemaphoreSlim(0);
        using var go = new SemaphoreSlim(0);
        await using var app = await TestApp.StartAsync(app =>
            app.MapGet(
                    "/act",
                    async () =>
                    {
                        reached.Release();
                        await go.WaitAsync();
                        return "done";
                    }
                )
                .AllowAnonymous()
        );
        using var client = app.Anonymous();
        var act = client.GetStringAsync("/act");
        await reached.WaitAsync();

        var stop = app.StopAsync();
        Assert.False(stop.IsCompleted);
        go.Release();

        Assert.Equal("done", await act);
        await stop;
    }
}
