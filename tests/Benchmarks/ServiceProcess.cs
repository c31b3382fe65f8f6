using System.Globalization;
using System.Reflection;
using IntegrationPlatform.Local.Processes;

namespace IntegrationPlatform.Benchmarks;

/// <summary>A service in a process of its own.</summary>
internal sealed class ServiceProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly ChildProcess _process;
    private readonly HttpClient _http;

    private ServiceProcess(ChildProcess process, int port)
    {
        _process = process;
        Port = port;
        _http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
    }

    public int Port { get; }

    public int ProcessId => _process.Id;

    /// <summary>Starts a part of the messaging benchmark.</summary>
    public static ServiceProcess Start(string name, string log, string database, string broker) =>
        Start(
            name,
            log,
            FreePort.Next(),
            [Assembly.GetExecutingAssembly().Location, "serve", name],
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Logging__LogLevel__Default"] = "Information",
                ["Logging__LogLevel__Microsoft.AspNetCore"] = "Warning",
                ["Logging__LogLevel__Microsoft.EntityFrameworkCore"] = "Warning",
                [$"ConnectionStrings__{name}"] = database,
                ["ConnectionStrings__rabbitmq"] = broker,
                ["Maskinporten__Issuer"] = "https://maskinporten.test/",
                ["Maskinporten__Jwks"] = """{"keys":[]}""",
                ["Audit__Key"] = Convert.ToBase64String(new byte[32]),
            }
        );

    /// <summary>Starts a program that says under <c>/ready</c> when it is.</summary>
    /// <param name="name">Its name in messages.</param>
    /// <param name="log">The file for its output.</param>
    /// <param name="port">The port it shall listen on.</param>
    /// <param name="program">The program, and its arguments.</param>
    /// <param name="settings">Its settings, as environment variables.</param>
    public static ServiceProcess Start(
        string name,
        string log,
        int port,
        IReadOnlyList<string> program,
        IReadOnlyDictionary<string, string?> settings
    )
    {
        var process = ChildProcess.Start(
            new ChildStart("dotnet", program, log)
            {
                Name = name,
                WorkingFolder = Path.GetDirectoryName(program[0]),
                Environment = new Dictionary<string, string?>(settings, StringComparer.Ordinal)
                {
                    ["ASPNETCORE_ENVIRONMENT"] = "Development",
                    ["ASPNETCORE_URLS"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"),
                    // As a deployed service has it; the local platform turns the profile-guided compiler off to start sooner.
                    ["DOTNET_TieredPGO"] = "1",
                },
            }
        );
        return new ServiceProcess(process, port);
    }

    public Task ReadyAsync() => _process.UntilAsync(IsReadyAsync, Patience);

    /// <summary>Starts to note when transactions commit.</summary>
    public async Task NoteCommitsAsync()
    {
        using var answer = await _http.PostAsync("/bench/commits", content: null);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>When transactions committed, by row.</summary>
    public async Task<IReadOnlyDictionary<Guid, long>> CommitsAsync() =>
        await _http.GetFromJsonAsync<Dictionary<Guid, long>>("/bench/commits")
        ?? throw new BenchException($"{_process.Name} noted nothing.");

    public async ValueTask DisposeAsync()
    {
        await _process.KillAsync();
        _process.Dispose();
        _http.Dispose();
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await _http.GetAsync("/ready");
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
