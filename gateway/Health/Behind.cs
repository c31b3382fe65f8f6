using System.Text.Json.Nodes;
using IntegrationPlatform.Gateway.Routes;

namespace IntegrationPlatform.Gateway.Health;

/// <summary>
/// The state of everything behind the gateway: each replica's own <c>/ready</c>, asked now, but not more often than once
/// a second however many ask.
/// </summary>
internal sealed class Behind(ServiceAddresses addresses) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(2) };
    private readonly SemaphoreSlim _one = new(1);
    private (long At, bool Ready, string Report)? _last;

    /// <summary>The report, and whether every service has a replica that is ready.</summary>
    public async Task<(bool Ready, string Report)> AskAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            if (_last is not { } last || TimeProvider.System.GetElapsedTime(last.At) > Fresh)
            {
                _last = last = await LookAsync();
            }

            return (last.Ready, last.Report);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _one.Dispose();
    }

    private async Task<(long, bool, string)> LookAsync()
    {
        var services = await Task.WhenAll(ServiceAddresses.Names.Select(ServiceAsync));
        var ready = services.All(service => service.Ready > 0);
        var report = new JsonObject
        {
            ["status"] = ready ? "healthy" : "unhealthy",
            ["services"] = new JsonObject(
                services.Select(service => KeyValuePair.Create(service.Name, (JsonNode?)service.Report))
            ),
        };
        return (TimeProvider.System.GetTimestamp(), ready, report.ToJsonString());
    }

    private async Task<(string Name, int Ready, JsonObject Report)> ServiceAsync(string name)
    {
        var replicas = await Task.WhenAll(addresses.Of(name).Select(StatusAsync));
        var ready = replicas.Count(status => status == "healthy");
        var report = new JsonObject
        {
            ["status"] =
                ready == replicas.Length ? "healthy"
                : ready > 0 ? "degraded"
                : "unhealthy",
            ["replicas"] = new JsonArray([.. replicas.Select(status => (JsonNode?)status)]),
        };
        return (name, ready, report);
    }

    private async Task<string> StatusAsync(Uri replica)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri(replica, "/ready"));
            return answer.IsSuccessStatusCode ? "healthy" : "unhealthy";
        }
        catch (Exception away) when (away is HttpRequestException or TaskCanceledException)
        {
            return "unreachable";
        }
    }
}
