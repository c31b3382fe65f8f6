using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using IntegrationPlatform.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.IdentityModel.Tokens;

namespace IntegrationPlatform.Hosting.Tests.Tokens;

/// <summary>Keys come from the issuer's metadata document, and the issuer may change them.</summary>
public sealed class KeyRotationTests
{
    private const string Centre = "974760746";

    [Fact]
    public async Task A_token_of_a_new_key_is_taken_as_soon_as_the_issuer_publishes_it()
    {
        var first = NewKey("first");
        var second = NewKey("second");
        await using var issuer = await Issuer.StartAsync(first);
        await using var app = await issuer.GuardAsync();
        Assert.Equal(HttpStatusCode.OK, await Ask(app, first));

        issuer.Publish(second);
        await Eventually.Holds("the new key is known", async () => await Ask(app, second) == HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_token_that_was_taken_is_refused_when_the_issuer_has_withdrawn_its_key()
    {
        var first = NewKey("first");
        var second = NewKey("second");
        await using var issuer = await Issuer.StartAsync(first);
        await using var app = await issuer.GuardAsync();
        using var early = app.WithToken(TestTokens.Sign(TestTokens.Claims(Centre, "mapping.read"), first));
        Assert.Equal(HttpStatusCode.OK, (await early.GetAsync("/whoami")).StatusCode);

        issuer.Publish(second);
        await Eventually.Holds("the new key is known", async () => await Ask(app, second) == HttpStatusCode.OK);

        Assert.Equal(HttpStatusCode.Unauthorized, (await early.GetAsync("/whoami")).StatusCode);
    }

    [Fact]
    public async Task A_token_that_was_taken_is_refused_when_it_has_expired()
    {
        var key = NewKey("key");
        await using var issuer = await Issuer.StartAsync(key);
        await using var app = await issuer.GuardAsync();
        var claims = TestTokens.Claims(Centre, "mapping.read");
        // Clocks may differ by ten seconds: three of them are left.
        claims["exp"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds() - 7;
        using var client = app.WithToken(TestTokens.Sign(claims, key));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/whoami")).StatusCode);

        await Eventually.Becomes(
            HttpStatusCode.Unauthorized,
            async () => (await client.GetAsync("/whoami")).StatusCode,
            TimeSpan.FromSeconds(20)
        );
    }

    [Fact]
    public async Task Unknown_keys_do_not_make_us_ask_the_issuer_again_and_again()
    {
        await using var issuer = await Issuer.StartAsync(NewKey("known"));
        await using var app = await issuer.GuardAsync();
        var unknown = RSA.Create(2048);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < 50; i++)
        {
            var key = new RsaSecurityKey(unknown) { KeyId = $"unknown-{i}" };
            Assert.Equal(HttpStatusCode.Unauthorized, await Ask(app, key));
        }

        Assert.InRange(issuer.Asked, 1, 2 + (int)(clock.Elapsed / TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task While_the_issuer_is_away_the_answer_is_503_and_the_process_is_not_ready()
    {
        var key = NewKey("key");
        await using var app = await TestApp.StartAsync(
            Guarded.Map,
            settings: Issuer.Settings("http://127.0.0.1:9/metadata")
        );

        var response = await app.WithToken(TestTokens.Sign(TestTokens.Claims(Centre, "mapping.read"), key))
            .GetAsync("/whoami");

        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Equal(
            (503, "/problems/token-issuer-unavailable"),
            ((await Problem.Of(response)) is var p ? (p.Status, p.Type) : default)
        );
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await app.Anonymous().GetAsync("/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.Anonymous().GetAsync("/live")).StatusCode);
    }

    [Fact]
    public async Task Keys_of_another_issuers_document_are_not_taken()
    {
        var key = NewKey("key");
        await using var issuer = await Issuer.StartAsync(key, "https://other.example/");
        await using var app = await issuer.GuardAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Ask(app, key));
    }

    private static RsaSecurityKey NewKey(string id) => new(RSA.Create(2048)) { KeyId = id };

    private static async Task<HttpStatusCode> Ask(TestApp app, RsaSecurityKey key)
    {
        using var client = app.WithToken(TestTokens.Sign(TestTokens.Claims(Centre, "mapping.read"), key));
        return (await client.GetAsync("/whoami")).StatusCode;
    }

    /// <summary>An issuer's metadata document and keys.</summary>
    private sealed class Issuer : IAsyncDisposable
    {
        private readonly TestApp _app;
        private volatile string _jwks;
        private int _asked;

        private Issuer(TestApp app, string jwks) => (_app, _jwks) = (app, jwks);

        public int Asked => _asked;

        public static async Task<Issuer> StartAsync(RsaSecurityKey key, string named = TestTokens.Issuer)
        {
            Issuer? issuer = null;
            var app = await TestApp.StartAsync(app =>
            {
                app.MapGet(
                        "/metadata",
                        (HttpRequest request) => new { issuer = named, jwks_uri = $"http://{request.Host}/jwks" }
                    )
                    .AllowAnonymous();
                app.MapGet("/jwks", () => issuer!.Answer()).AllowAnonymous();
            });
            return issuer = new Issuer(app, TestTokens.JwksOf(key));
        }

        public static Dictionary<string, string?> Settings(string metadata) =>
            new() { ["Maskinporten:Jwks"] = null, ["Maskinporten:Metadata"] = metadata };

        public void Publish(params RsaSecurityKey[] keys) => _jwks = TestTokens.JwksOf(keys);

        public Task<TestApp> GuardAsync() =>
            TestApp.StartAsync(Guarded.Map, settings: Settings(new Uri(_app.Address, "/metadata").ToString()));

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        private ContentHttpResult Answer()
        {
            Interlocked.Increment(ref _asked);
            return TypedResults.Text(_jwks, "application/json");
        }
    }
}
