using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationPlatform.Gateway.Routes;

namespace IntegrationPlatform.Gateway.Documents;

/// <summary>
/// The services' OpenAPI documents, read anew when the last reading is some seconds old. A service that is away keeps
/// the last document it gave: a partner reads the whole contract also while a part of the platform is restarted.
/// </summary>
internal sealed partial class ServiceDocuments(
    ServiceAddresses addresses,
    IConfiguration configuration,
    ILogger<ServiceDocuments> log
) : IDisposable
{
    private readonly TimeSpan _fresh = configuration.GetValue("Documents:FreshFor", TimeSpan.FromSeconds(10));
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(5) };
    private readonly SemaphoreSlim _one = new(1);
    private readonly Dictionary<string, JsonObject> _kept = new(StringComparer.Ordinal);
    private long? _readAt;

    /// <summary>The documents that are at hand, in the order of the services, and the services that have none.</summary>
    public async Task<(IReadOnlyList<JsonObject> Documents, IReadOnlyList<string> Missing)> AtHandAsync(
        CancellationToken cancellation
    )
    {
        await _one.WaitAsync(cancellation);
        try
        {
            if (_readAt is not { } readAt || TimeProvider.System.GetElapsedTime(readAt) > _fresh)
            {
                await ReadAsync();
                _readAt = TimeProvider.System.GetTimestamp();
            }

            return (
                [.. ServiceAddresses.Names.Where(_kept.ContainsKey).Select(name => _kept[name])],
                [.. ServiceAddresses.Names.Where(name => !_kept.ContainsKey(name))]
            );
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

    private async Task ReadAsync()
    {
        var read = await Task.WhenAll(
            ServiceAddresses.Names.Select(async name => (Name: name, Document: await OfAsync(name)))
        );
        foreach (var (name, document) in read)
        {
            if (document is not null)
            {
                _kept[name] = document;
            }
        }
    }

    private async Task<JsonObject?> OfAsync(string service)
    {
        foreach (var replica in addresses.Of(service))
        {
            try
            {
                return await _http.GetFromJsonAsync<JsonObject>(new Uri(replica, "/openapi.json"));
            }
            catch (Exception away) when (away is HttpRequestException or TaskCanceledException or JsonException)
            {
                Away(service, replica, away.Message);
            }
        }

        return null;
    }

    [LoggerMessage(LogLevel.Warning, "The API document of {Service} cannot be read from {Replica}: {Why}")]
    private partial void Away(string service, Uri replica, string why);
}
