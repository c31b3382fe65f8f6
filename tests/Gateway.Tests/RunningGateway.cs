using IntegrationPlatform.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace IntegrationPlatform.Gateway.Tests;

/// <summary>The gateway as it runs, on a real port, in front of the services given.</summary>
internal sealed class RunningGateway : WebApplicationFactory<Program>
{
    private readonly Dictionary<string, string> _settings;

    private RunningGateway(Dictionary<string, string> settings) => _settings = settings;

    public static readonly string[] Names = ["mapping", "guidance", "programme", "grants", "settlement"];

    /// <summary>Where nobody listens.</summary>
    public static readonly Uri Nowhere = new("http://127.0.0.1:9/");

    /// <summary>Starts it.</summary>
    /// <param name="replicas">Addresses by service; the services left out are where nobody listens.</param>
    /// <param name="settings">Settings beyond the usual ones.</param>
    public static RunningGateway Start(
        IReadOnlyDictionary<string, Uri[]> replicas,
        IReadOnlyDictionary<string, string>? settings = null
    )
    {
        var all = new Dictionary<string, string>(TestSettings.All, StringComparer.Ordinal);
        foreach (var service in Names)
        {
            var addresses = replicas.GetValueOrDefault(service) ?? [Nowhere];
            for (var i = 0; i < addresses.Length; i++)
            {
                all[$"services:{service}:http:{i}"] = addresses[i].ToString();
            }
        }

        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
        {
            all[key] = value;
        }

        var gateway = new RunningGateway(all);
        gateway.UseKestrel();
        gateway.StartServer();
        return gateway;
    }

    public HttpClient Anonymous() => new() { BaseAddress = ClientOptions.BaseAddress };

    public HttpClient As(string organisation, params IEnumerable<string> scopes)
    {
        var client = Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", TestTokens.For(organisation, scopes));
        return client;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development").UseUrls(TestSettings.AnyPort);
        foreach (var (key, value) in _settings)
        {
            builder.UseSetting(key, value);
        }
    }
}
