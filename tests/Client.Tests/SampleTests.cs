extern alias issuer;

using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using IntegrationPlatform.Local.Processes;
using IntegrationPlatform.Mapping;
using IntegrationPlatform.Tests.Support;
using IntegrationPlatform.Tests.Support.Contract;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace IntegrationPlatform.Client.Tests;

/// <summary>The mapping service and the local issuer, both on ports of their own.</summary>
public sealed class MappingWithIssuer() : ServiceFixture<MappingDb, MappingDb>("mapping")
{
    private readonly LocalIssuer _issuer = new();
    private string _keys = "";

    /// <summary>The key of the local clients.</summary>
    public RSA ClientKey => _issuer.ClientKey;

    /// <summary>The issuer's identifier.</summary>
    public string Issuer => _issuer.Url;

    /// <inheritdoc />
    public override bool Listens => true;

    /// <inheritdoc />
    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Maskinporten:Issuer"] = _issuer.Url,
            ["Maskinporten:Jwks"] = _keys,
        };

    /// <inheritdoc />
    public override async Task InitializeAsync()
    {
        using var http = new HttpClient();
        _keys = await http.GetStringAsync(new Uri($"{_issuer.Url}jwks"));
        await base.InitializeAsync();
    }

    /// <inheritdoc />
    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    private sealed class LocalIssuer : WebApplicationFactory<issuer::Program>
    {
        private readonly int _port = FreePort.Next();

        public LocalIssuer()
        {
            UseKestrel();
            StartServer();
        }

        public RSA ClientKey { get; } = RSA.Create(2048);

        public string Url => $"http://127.0.0.1:{_port}/";

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            using var signing = RSA.Create(2048);
            builder
                .UseEnvironment("Development")
                .UseUrls(Url)
                .UseSetting("Issuer:Url", Url)
                .UseSetting("Issuer:SigningKey", InSetting(signing.ExportPkcs8PrivateKeyPem()))
                .UseSetting("Issuer:ClientKey", InSetting(ClientKey.ExportSubjectPublicKeyInfoPem()));
        }

        private static string InSetting(string pem) => Convert.ToBase64String(Encoding.UTF8.GetBytes(pem));
    }
}

/// <summary>The sample program, as a partner starts it.</summary>
public sealed class SampleTests(MappingWithIssuer mapping) : IClassFixture<MappingWithIssuer>
{
    [Fact]
    public async Task The_sample_gets_a_token_and_registers_an_arrival_once()
    {
        await mapping.Publish(ExampleCase.Established);
        await Eventually.Holds(
            "the cluster is known",
            () => mapping.InDatabase(async db => await db.Clusters.FindAsync(ExampleCase.Cluster) is { Version: > 0 })
        );
        var keyFile = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pem");
        await File.WriteAllTextAsync(keyFile, mapping.ClientKey.ExportPkcs8PrivateKeyPem());

        var first = await Sample(keyFile);
        var second = await Sample(keyFile);
        File.Delete(keyFile);

        Assert.EndsWith("is registered; the mapping is due on 2024-03-18.", first.Output, StringComparison.Ordinal);
        Assert.Equal((0, 1), (first.ExitCode, second.ExitCode));
        Assert.StartsWith("/problems/duf-holds-a-place:", second.Errors, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Output, string Errors)> Sample(string keyFile)
    {
        using var sample = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    Path.Combine(AppContext.BaseDirectory, "Client.Sample.dll"),
                    mapping.Address.ToString(),
                    mapping.Issuer,
                    $"local-{ExampleCase.Centre}",
                    keyFile,
                    ExampleCase.Cluster.ToString(),
                ]
            )
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        var output = sample.StandardOutput.ReadToEndAsync();
        var errors = sample.StandardError.ReadToEndAsync();
        await sample.WaitForExitAsync();
        return (sample.ExitCode, (await output).Trim(), (await errors).Trim());
    }
}
