using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationPlatform.Local.Processes;
using IntegrationPlatform.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.IdentityModel.Tokens;

namespace IntegrationPlatform.Hosting.Tests.Issuers;

/// <summary>The local issuer as it runs, with one client of its own beside the local ones.</summary>
public sealed class RunningIssuer : WebApplicationFactory<Program>
{
    private static readonly RSA SigningKey = RSA.Create(2048);
    private readonly int _port = FreePort.Next();

    public RunningIssuer()
    {
        UseKestrel();
        StartServer();
    }

    /// <summary>The organisation of the registered client.</summary>
    public const string Vendor = "889640782";

    /// <summary>The key of the local clients.</summary>
    public static RSA LocalKey { get; } = RSA.Create(2048);

    /// <summary>The key of the registered client.</summary>
    public static RsaSecurityKey VendorKey { get; } = new(RSA.Create(2048)) { KeyId = "vendor-key" };

    /// <summary>The issuer's identifier.</summary>
    public string Url => $"http://127.0.0.1:{_port}/";

    /// <summary>Posts an assertion.</summary>
    public async Task<(int Status, JsonObject Answer)> Post(
        string assertion,
        string grantType = "urn:ietf:params:oauth:grant-type:jwt-bearer"
    )
    {
        using var client = new HttpClient { BaseAddress = new Uri(Url) };
        using var form = new FormUrlEncodedContent([new("grant_type", grantType), new("assertion", assertion)]);
        using var response = await client.PostAsync("token", form);
        return ((int)response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonObject>())!);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder) =>
        builder
            .UseEnvironment("Development")
            .UseUrls(Url)
            .UseSetting("Issuer:Url", Url)
            .UseSetting("Issuer:SigningKey", InSetting(SigningKey.ExportPkcs8PrivateKeyPem()))
            .UseSetting("Issuer:ClientKey", InSetting(LocalKey.ExportSubjectPublicKeyInfoPem()))
            .UseSetting("Issuer:Clients:0:Id", "vendor")
            .UseSetting("Issuer:Clients:0:Organisation", Vendor)
            .UseSetting("Issuer:Clients:0:Scopes", "imdi:integrering/mapping.read other:scope")
            .UseSetting("Issuer:Clients:0:Jwks", TestTokens.JwksOf(VendorKey))
            .UseSetting("Issuer:Clients:0:MayActFor", "974760746");

    private static string InSetting(string pem) => Convert.ToBase64String(Encoding.UTF8.GetBytes(pem));
}
