using System.Security.Cryptography;
using IntegrationPlatform.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;

namespace IntegrationPlatform.Client.Tests;

/// <summary>A client of the platform in front of a platform and an issuer that answer what a test says.</summary>
internal sealed class Partner : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly RSA _key = RSA.Create(2048);

    private Partner(WebApplication app)
    {
        _app = app;
        var address = new Uri(app.Urls.First());
        Client = new PlatformClient(
            new PartnerSettings
            {
                Gateway = address,
                Issuer = new Uri(address, "issuer/"),
                ClientId = "our-client",
                KeyId = "our-key",
                Key = _key,
                Scopes = ["imdi:integrering/mapping.read", "imdi:integrering/mapping.write"],
            }
        );
    }

    public PlatformClient Client { get; }

    /// <summary>The grants that came to the issuer.</summary>
    public List<JsonWebToken> Grants { get; } = [];

    /// <summary>The requests that came to the platform: path, token and Idempotency-Key.</summary>
    public List<(string Path, string Authorization, string Key)> Requests { get; } = [];

    /// <summary>Starts it.</summary>
    /// <param name="answer">Answers the n-th request to the platform, from 0.</param>
    public static async Task<Partner> StartAsync(Func<int, HttpContext, IResult> answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(TestSettings.AnyPort);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        Partner? partner = null;
        app.MapPost(
            "/issuer/token",
            async (HttpContext http) =>
            {
                var form = await http.Request.ReadFormAsync();
                partner!.Grants.Add(new JsonWebToken(form["assertion"]));
                return TypedResults.Json(new { access_token = "a-token", expires_in = 120 });
            }
        );
        app.Map(
            "/{service}/v1/{**rest}",
            (HttpContext http) =>
            {
                var request = http.Request;
                partner!.Requests.Add(
                    (
                        request.Path + request.QueryString,
                        request.Headers.Authorization!,
                        request.Headers["Idempotency-Key"]!
                    )
                );
                return answer(partner.Requests.Count - 1, http);
            }
        );
        await app.StartAsync();
        partner = new Partner(app);
        return partner;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _key.Dispose();
        await _app.DisposeAsync();
    }
}
