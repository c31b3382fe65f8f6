using System.Net.Http.Headers;
using IntegrationPlatform.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace IntegrationPlatform.Tests.Support;

/// <summary>A small process with the platform's defaults, on a real port.</summary>
public sealed class TestApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestApp(WebApplication app) => _app = app;

    /// <summary>Its container.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>Starts one.</summary>
    /// <param name="map">Adds its endpoints.</param>
    /// <param name="configure">Adds what it needs beyond the defaults.</param>
    /// <param name="settings">Settings on top of those of every host of a test; null takes one away.</param>
    /// <param name="environment">Its environment.</param>
    public static async Task<TestApp> StartAsync(
        Action<WebApplication> map,
        Action<WebApplicationBuilder>? configure = null,
        IEnumerable<KeyValuePair<string, string?>>? settings = null,
        string environment = "Development"
    )
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(TestSettings.All!);
        builder.Configuration.AddInMemoryCollection(settings ?? []);
        builder.WebHost.UseUrls(builder.Configuration["urls"] ?? TestSettings.AnyPort);
        builder.Logging.ClearProviders();
        builder.AddServiceDefaults();
        configure?.Invoke(builder);
        var app = builder.Build();
        app.UseServiceDefaults();
        map(app);
        await app.StartAsync();
        return new TestApp(app);
    }

    /// <summary>Waits until it says that it is ready.</summary>
    public async Task ReadyAsync()
    {
        using var client = Anonymous();
        await Eventually.Holds(
            $"{Address} is ready",
            async () => (await client.GetAsync(new Uri("/ready", UriKind.Relative))).IsSuccessStatusCode
        );
    }

    /// <summary>A client without a token.</summary>
    public HttpClient Anonymous() => new() { BaseAddress = Address };

    /// <summary>A client with a token as it stands.</summary>
    public HttpClient WithToken(string token)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>A client with a token for an organisation; scopes without their prefix.</summary>
    public HttpClient As(string organisation, params IEnumerable<string> scopes) =>
        WithToken(TestTokens.For(organisation, scopes));

    /// <summary>Stops it in order.</summary>
    /// <param name="hurry">Cancelled when it shall wait no longer.</param>
    public Task StopAsync(CancellationToken hurry = default) => _app.StopAsync(hurry);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
