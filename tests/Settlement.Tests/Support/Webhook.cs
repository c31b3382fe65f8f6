using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using IntegrationPlatform.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;

namespace IntegrationPlatform.Settlement.Tests.Support;

/// <summary>A partner's webhook in the test's process: it agrees and fails as a test says, and keeps what came.</summary>
internal sealed class Webhook : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Posted> _posts = new();
    private readonly ConcurrentQueue<(string Origin, string Rate)> _questions = new();
    private readonly ConcurrentQueue<Fault> _faults = new();
    private int _here;

    private Webhook(WebApplication app) => _app = app;

    /// <summary>The secret that it shares with the platform.</summary>
    public string Secret { get; } = $"whsec_{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";

    /// <summary>Its address.</summary>
    public string Url => $"{_app.Urls.First()}/events?of=ours";

    /// <summary>The origin that it lets in; null for none.</summary>
    public string? AllowedOrigin { get; set; } = SettlementFixture.Origin;

    /// <summary>The rate that it allows; null for none named.</summary>
    public string? AllowedRate { get; set; } = "*";

    /// <summary>How long it takes for an event.</summary>
    public TimeSpan Takes { get; set; }

    /// <summary>What was posted, in order, also what it answered with a failure.</summary>
    public IReadOnlyList<Posted> Posts => [.. _posts];

    /// <summary>The questions for leave.</summary>
    public IReadOnlyList<(string Origin, string Rate)> Questions => [.. _questions];

    /// <summary>The most events that were here at the same time.</summary>
    public int MostAtOnce { get; private set; }

    public static async Task<Webhook> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(TestSettings.AnyPort);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var webhook = new Webhook(app);
        app.MapMethods("/events", ["OPTIONS"], webhook.Agree);
        app.MapPost("/events", webhook.Take);
        await app.StartAsync();
        return webhook;
    }

    /// <summary>The next events are answered so; 0 breaks the connection off after it took the event.</summary>
    public void Fail(int count, int status, int? retryAfter = null)
    {
        for (var i = 0; i < count; i++)
        {
            _faults.Enqueue(new Fault(status, retryAfter));
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private Ok Agree(HttpContext http)
    {
        var headers = http.Request.Headers;
        _questions.Enqueue((headers["WebHook-Request-Origin"].ToString(), headers["WebHook-Request-Rate"].ToString()));
        if (AllowedOrigin is { } origin)
        {
            http.Response.Headers["WebHook-Allowed-Origin"] = origin;
        }

        if (AllowedRate is { } rate)
        {
            http.Response.Headers["WebHook-Allowed-Rate"] = rate;
        }

        return TypedResults.Ok();
    }

    private async Task<IResult> Take(HttpContext http, CancellationToken cancellation)
    {
        var here = Interlocked.Increment(ref _here);
        MostAtOnce = Math.Max(MostAtOnce, here);
        using var memory = new MemoryStream();
        await http.Request.Body.CopyToAsync(memory, cancellation);
        await Task.Delay(Takes, cancellation);
        _posts.Enqueue(Posted.Of(http.Request, memory.ToArray()));
        Interlocked.Decrement(ref _here);
        if (!_faults.TryDequeue(out var fault))
        {
            return TypedResults.NoContent();
        }

        if (fault.Status == 0)
        {
            http.Abort();
        }
        else if (fault.RetryAfter is { } seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return TypedResults.StatusCode(fault.Status == 0 ? 500 : fault.Status);
    }

    private sealed record Fault(int Status, int? RetryAfter);
}

/// <summary>An event as it came to a webhook.</summary>
/// <param name="At">When.</param>
/// <param name="Headers">Its headers.</param>
/// <param name="Body">The event, byte for byte.</param>
internal sealed record Posted(DateTimeOffset At, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public JsonElement Event { get; } = JsonDocument.Parse(Body).RootElement;

    public Guid Id => Event.GetProperty("id").GetGuid();

    public static Posted Of(HttpRequest request, byte[] body) =>
        new(
            DateTimeOffset.UtcNow,
            request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body
        );
}
