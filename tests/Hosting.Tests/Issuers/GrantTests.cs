using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationPlatform.Hosting.Tests.Tokens;
using IntegrationPlatform.Tests.Support;
using Microsoft.IdentityModel.Tokens;

namespace IntegrationPlatform.Hosting.Tests.Issuers;

/// <summary>The JWT grant (RFC 7523) as a partner's system meets it at Maskinporten, here at the local issuer.</summary>
public sealed class GrantTests(RunningIssuer issuer) : IClassFixture<RunningIssuer>
{
    private const string Centre = "974760746";
    private const string Client = $"local-{Centre}";

    public static TheoryData<string, string, string> Assertions()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        return new TheoryData<string, string, string>
        {
            { "{}", $$"""{"exp": {{now + 180}}}""", "invalid_grant" },
            { "{}", $$"""{"iat": {{now - 300}}, "exp": {{now - 200}}}""", "invalid_grant" },
            { "{}", $$"""{"iat": {{now + 60}}, "exp": {{now + 100}}}""", "invalid_grant" },
            { "{}", """{"iat": null}""", "invalid_grant" },
            { "{}", """{"exp": null}""", "invalid_grant" },
            { "{}", """{"jti": null}""", "invalid_grant" },
            { "{}", """{"aud": "https://maskinporten.no/"}""", "invalid_grant" },
            { "{}", """{"aud": null}""", "invalid_grant" },
            { "{}", """{"iss": "nobody"}""", "invalid_client" },
            { "{}", """{"iss": "local-974760747"}""", "invalid_client" },
            { "{}", """{"iss": "local-987879696"}""", "invalid_grant" },
            { "{}", """{"iss": null}""", "invalid_client" },
            { "{}", """{"scope": null}""", "invalid_scope" },
            { "{}", """{"scope": "skatteetaten:inntekt"}""", "invalid_scope" },
            { "{}", """{"consumer_org": "123456789"}""", "invalid_grant" },
            { """{"kid": "other"}""", "{}", "invalid_grant" },
            { """{"kid": null}""", "{}", "invalid_grant" },
            { """{"kid": "../../../dev/null"}""", "{}", "invalid_grant" },
            { """{"alg": "RS512"}""", "{}", "invalid_grant" },
            { """{"alg": "HS256"}""", "{}", "invalid_grant" },
            { """{"alg": "none"}""", "{}", "invalid_grant" },
        };
    }

    [Fact]
    public async Task A_grant_buys_a_token_that_the_platform_takes()
    {
        var (status, answer) = await issuer.Post(Assertion("{}", "{}"));
        await using var app = await GuardAsync();

        Assert.Equal(200, status);
        Assert.Equal("Bearer", answer["token_type"]!.GetValue<string>());
        Assert.Equal("imdi:integrering/mapping.read", answer["scope"]!.GetValue<string>());
        Assert.InRange(answer["expires_in"]!.GetValue<int>(), 60, 3600);
        using var client = app.WithToken(answer["access_token"]!.GetValue<string>());
        Assert.Equal($"\"{Centre}\"", $"\"{await client.GetStringAsync("/read")}\"");
    }

    [Theory]
    [MemberData(nameof(Assertions))]
    public async Task Any_other_assertion_is_refused_in_the_words_of_OAuth(string header, string claims, string error)
    {
        var (status, answer) = await issuer.Post(Assertion(header, claims));

        Assert.Equal((400, error), (status, answer["error"]!.GetValue<string>()));
        Assert.NotEmpty(answer["error_description"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_assertion_is_used_once()
    {
        var assertion = Assertion("{}", "{}");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => issuer.Post(assertion)));

        Assert.Single(answers, answer => answer.Status == 200);
    }

    [Fact]
    public async Task Another_clients_key_is_refused()
    {
        using var other = RSA.Create(2048);

        Assert.Equal(400, (await issuer.Post(Assertion("{}", "{}", other))).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b.c")]
    [InlineData("e30.e30.e30")]
    public async Task What_is_no_assertion_is_refused(string assertion) =>
        Assert.Equal(400, (await issuer.Post(assertion)).Status);

    [Fact]
    public async Task Another_grant_type_is_refused() =>
        Assert.Equal(
            "unsupported_grant_type",
            (await issuer.Post(Assertion("{}", "{}"), "client_credentials")).Answer["error"]!.GetValue<string>()
        );

    [Fact]
    public async Task A_supplier_acts_for_the_organisation_that_delegated_to_it_and_for_no_other()
    {
        var (status, answer) = await issuer.Post(VendorAssertion("""{"consumer_org": "974760746"}"""));
        await using var app = await GuardAsync();
        using var client = app.WithToken(answer["access_token"]!.GetValue<string>());
        var caller = await client.GetFromJsonAsync<JsonObject>("/whoami");

        Assert.Equal(200, status);
        Assert.Equal((Centre, RunningIssuer.Vendor), (Text(caller, "organisation"), Text(caller, "supplier")));
        Assert.Equal(400, (await issuer.Post(VendorAssertion("""{"consumer_org": "987879696"}"""))).Status);
    }

    [Fact]
    public async Task A_registered_client_gets_its_own_scopes_only()
    {
        Assert.Equal(200, (await issuer.Post(VendorAssertion("{}"))).Status);

        var denied = await issuer.Post(VendorAssertion("""{"scope": "imdi:integrering/mapping.write"}"""));
        Assert.Equal("invalid_scope", denied.Answer["error"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("https://api.example/", 200)]
    [InlineData("https://other.example/", 401)]
    [InlineData(null, 401)]
    public async Task A_token_restricted_to_an_audience_is_taken_there_alone(string? audience, int status)
    {
        var (_, answer) = await issuer.Post(Assertion("{}", """{"resource": "https://api.example/"}"""));
        await using var app = await GuardAsync(audience);
        using var client = app.WithToken(answer["access_token"]!.GetValue<string>());

        Assert.Equal(status, (int)(await client.GetAsync("/read")).StatusCode);
    }

    [Fact]
    public async Task Where_an_audience_is_expected_a_token_without_one_is_refused()
    {
        var (_, answer) = await issuer.Post(Assertion("{}", "{}"));
        await using var app = await GuardAsync("https://api.example/");
        using var client = app.WithToken(answer["access_token"]!.GetValue<string>());

        Assert.Equal(401, (int)(await client.GetAsync("/read")).StatusCode);
    }

    private static string? Text(JsonObject? json, string name) => json?[name]?.GetValue<string>();

    private Task<TestApp> GuardAsync(string? audience = null) =>
        TestApp.StartAsync(
            Guarded.Map,
            settings: new Dictionary<string, string?>
            {
                ["Maskinporten:Jwks"] = null,
                ["Maskinporten:Issuer"] = issuer.Url,
                ["Maskinporten:Audience"] = audience,
            }
        );

    private string Assertion(string header, string claims, RSA? key = null) =>
        Signed(
            new JsonObject { ["alg"] = "RS256", ["kid"] = Client },
            Claims(Client),
            header,
            claims,
            key ?? RunningIssuer.LocalKey
        );

    private string VendorAssertion(string claims) =>
        Signed(
            new JsonObject { ["alg"] = "RS256", ["kid"] = "vendor-key" },
            Claims("vendor"),
            "{}",
            claims,
            RunningIssuer.VendorKey.Rsa
        );

    private JsonObject Claims(string client)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        return new JsonObject
        {
            ["iss"] = client,
            ["aud"] = issuer.Url,
            ["scope"] = "imdi:integrering/mapping.read",
            ["iat"] = now,
            ["exp"] = now + 100,
            ["jti"] = Guid.NewGuid().ToString(),
        };
    }

    private static string Signed(
        JsonObject header,
        JsonObject claims,
        string headerChange,
        string claimsChange,
        RSA key
    )
    {
        var content = $"{Encode(header, headerChange)}.{Encode(claims, claimsChange)}";
        var signature = key.SignData(
            Encoding.ASCII.GetBytes(content),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        return $"{content}.{Base64UrlEncoder.Encode(signature)}";
    }

    private static string Encode(JsonObject good, string change)
    {
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject().ToList())
        {
            good.Remove(name);
            if (value is not null)
            {
                good[name] = value.DeepClone();
            }
        }

        return Base64UrlEncoder.Encode(good.ToJsonString());
    }
}
