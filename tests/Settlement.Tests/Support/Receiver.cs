using System.Globalization;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using IntegrationPlatform.Local.Processes;
using IntegrationPlatform.Local.Servers;
using IntegrationPlatform.Tests.Support;

namespace IntegrationPlatform.Settlement.Tests.Support;

/// <summary>The stand-in for IMDinett as a process of its own, which a test can kill and start again.</summary>
public sealed class Receiver : IAsyncDisposable
{
    private readonly HttpClient _http;
    private readonly string _folder;
    private ChildProcess? _process;

    private Receiver()
    {
        Address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Next()}/"));
        _http = new HttpClient { BaseAddress = Address };
        _folder = Path.Combine(TestFolder.Own, $"imdinett-{Guid.CreateVersion7():N}");
    }

    /// <summary>Where events are posted.</summary>
    public Uri Address { get; }

    /// <summary>The signing key it shares with the sender.</summary>
    public string SigningKey { get; } = $"whsec_{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}";

    public static async Task<Receiver> StartNewAsync()
    {
        var receiver = new Receiver();
        await receiver.StartAsync();
        return receiver;
    }

    public async Task StartAsync()
    {
        _process = ChildProcess.Start(
            new ChildStart(
                "dotnet",
                [Path.Combine(AppContext.BaseDirectory, "Imdinett.dll"), "--urls", Address.ToString()],
                Path.Combine(TestFolder.Own, "imdinett.log")
            )
            {
                Environment = new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["Imdinett__SigningKey"] = SigningKey,
                    ["Imdinett__Folder"] = _folder,
                },
            }
        );
        await Eventually.Holds(
            "the receiver answers",
            async () =>
            {
                try
                {
                    return (await _http.GetAsync(new Uri("ready", UriKind.Relative))).IsSuccessStatusCode;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            }
        );
    }

    public Task KillAsync() => _process!.KillAsync();

    /// <summary>The next events are answered with a failure.</summary>
    public async Task FailAsync(int status, int count, int? retryAfter = null, bool afterApplying = false)
    {
        using var answer = await _http.PostAsJsonAsync(
            "faults",
            new
            {
                status,
                count,
                retryAfter,
                afterApplying,
            }
        );
        answer.EnsureSuccessStatusCode();
    }

    public Task<JsonElement> CountsAsync() => _http.GetFromJsonAsync<JsonElement>("counts");

    public async Task<int> CountAsync(string what) => (await CountsAsync()).GetProperty(what).GetInt32();

    /// <summary>The resident of each applied transfer.</summary>
    public async Task<IReadOnlyList<Guid>> TransfersAsync() => (await _http.GetFromJsonAsync<List<Guid>>("transfers"))!;

    /// <summary>The ids of applied events, in their order.</summary>
    public async Task<IReadOnlyList<string>> ReceivedAsync() =>
        (await _http.GetFromJsonAsync<List<string>>("received"))!;

    public Task<HttpResponseMessage> PostAsync(HttpContent content) => _http.PostAsync(Address, content);

    public Task<string> PageAsync(string path) => _http.GetStringAsync(new Uri(path, UriKind.Relative));

    public async ValueTask DisposeAsync()
    {
        await _process!.KillAsync();
        _process.Dispose();
        _http.Dispose();
    }
}
