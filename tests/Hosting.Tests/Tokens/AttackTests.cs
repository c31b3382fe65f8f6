using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationPlatform.Tests.Support;
using Microsoft.IdentityModel.Tokens;

namespace IntegrationPlatform.Hosting.Tests.Tokens;

/// <summary>Tokens that must not be taken; each differs from a good one in one thing.</summary>
public sealed class AttackTests(Guarded guarded) : IClassFixture<Guarded>
{
    private const string Centre = "974760746";
    private static readonly JsonObject GoodHeader = new() { ["alg"] = "RS256", ["kid"] = "test-key" };

    public static TheoryData<string, string> Claims()
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        return new TheoryData<string, string>
        {
            { "expired", $$"""{"exp": {{now - 60}}}""" },
            { "without expiry", """{"exp": null}""" },
            { "with an expiry that is no number", """{"exp": "tomorrow"}""" },
            { "from the future", $$"""{"nbf": {{now + 120}}}""" },
            { "issued in the future", $$"""{"iat": {{now + 120}}}""" },
            { "without a time of issue", """{"iat": null}""" },
            { "of another issuer", """{"iss": "https://maskinporten.test"}""" },
            { "of no issuer", """{"iss": null}""" },
            { "for another audience", """{"aud": "https://other.example"}""" },
            { "without a client", """{"client_id": null}""" },
            { "without scopes", """{"scope": null}""" },
            { "with scopes in a list", """{"scope": ["imdi:integrering/mapping.read"]}""" },
            { "without a consumer", """{"consumer": null}""" },
            { "with a consumer in plain text", """{"consumer": "0192:974760746"}""" },
            {
                "with a consumer of another register",
                """{"consumer": {"authority": "iso6523-actorid-upis", "ID": "0007:974760746"}}"""
            },
            { "with another authority", """{"consumer": {"authority": "x", "ID": "0192:974760746"}}""" },
            {
                "with a wrong check digit",
                """{"consumer": {"authority": "iso6523-actorid-upis", "ID": "0192:974760747"}}"""
            },
            {
                "with a number of ten digits",
                """{"consumer": {"authority": "iso6523-actorid-upis", "ID": "0192:9747607466"}}"""
            },
            {
                "with digits of another script",
                """{"consumer": {"authority": "iso6523-actorid-upis", "ID": "0192:٩٧٤٧٦٠٧٤٦"}}"""
            },
            {
                "with two consumers",
                """{"consumer": [{"authority": "iso6523-actorid-upis", "ID": "0192:974760746"}]}"""
            },
            {
                "with a supplier that is nobody",
                """{"supplier": {"authority": "iso6523-actorid-upis", "ID": "0192:1"}}"""
            },
        };
    }

    public static TheoryData<string, string> Headers() =>
        new()
        {
            { "unsigned", """{"alg": "none"}""" },
            { "unsigned in another spelling", """{"alg": "nOnE"}""" },
            { "of another algorithm", """{"alg": "RS384"}""" },
            { "of an algorithm that pads otherwise", """{"alg": "PS256"}""" },
            { "without an algorithm", """{"alg": null}""" },
            { "without a key", """{"kid": null}""" },
            { "with a key that is a path", """{"kid": "../../../../dev/null"}""" },
            { "with a key that is a query", """{"kid": "test-key' UNION SELECT 'x"}""" },
            { "with a key that is an address", """{"kid": "https://evil.example/jwks"}""" },
            { "with a key in another spelling", """{"kid": "TEST-KEY"}""" },
            { "with a critical extension", """{"crit": ["exp"]}""" },
            { "of another type", """{"typ": "logout+jwt"}""" },
        };

    [Fact]
    public async Task The_good_token_is_taken() =>
        await Taken(Signed(GoodHeader.ToJsonString(), Good().ToJsonString()));

    [Theory]
    [MemberData(nameof(Claims))]
    public async Task A_token_with_other_claims_is_refused(string what, string change)
    {
        Assert.NotEmpty(what);
        await Refused(Signed(GoodHeader.ToJsonString(), Changed(Good(), change)));
    }

    [Theory]
    [MemberData(nameof(Headers))]
    public async Task A_token_with_another_header_is_refused(string what, string change)
    {
        Assert.NotEmpty(what);
        await Refused(Signed(Changed(GoodHeader, change), Good().ToJsonString()));
    }

    [Theory]
    [InlineData("consumer")]
    [InlineData("scope")]
    [InlineData("exp")]
    [InlineData("iss")]
    [InlineData("client_id")]
    public async Task A_token_that_says_a_thing_twice_is_refused(string claim)
    {
        var good = Good().ToJsonString();
        var twice = $"{{\"{claim}\":{Good()[claim]!.ToJsonString()},{good[1..]}";

        await Refused(Signed(GoodHeader.ToJsonString(), twice));
    }

    [Fact]
    public async Task A_header_that_says_a_thing_twice_is_refused() =>
        await Refused(Signed("""{"alg":"none","alg":"RS256","kid":"test-key"}""", Good().ToJsonString()));

    [Fact]
    public async Task The_public_key_is_no_secret_to_sign_with()
    {
        var header = Changed(GoodHeader, """{"alg": "HS256"}""");
        foreach (var secret in new[] { TestTokens.Jwks, Pem(), Pem().Trim() })
        {
            var content = $"{Encode(header)}.{Encode(Good().ToJsonString())}";
            var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes(content));
            await Refused($"{content}.{Base64UrlEncoder.Encode(signature)}");
        }
    }

    [Fact]
    public async Task Another_issuers_key_is_refused_even_under_our_keys_name()
    {
        using var rsa = RSA.Create(2048);
        await Refused(Signed(GoodHeader.ToJsonString(), Good().ToJsonString(), rsa));
    }

    [Theory]
    [InlineData("jwk")]
    [InlineData("x5c")]
    public async Task A_key_brought_along_is_not_used(string member)
    {
        using var rsa = RSA.Create(2048);
        var key = JsonNode.Parse(TestTokens.JwksOf(new RsaSecurityKey(rsa) { KeyId = "mine" }))!["keys"]![0]!;
        var header = new JsonObject
        {
            ["alg"] = "RS256",
            ["kid"] = "mine",
            [member] =
                member == "jwk"
                    ? key.DeepClone()
                    : new JsonArray(Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo())),
        };
        await Refused(Signed(header.ToJsonString(), Good().ToJsonString(), rsa));
    }

    [Fact]
    public async Task A_changed_payload_is_refused()
    {
        var parts = Signed(GoodHeader.ToJsonString(), Good().ToJsonString()).Split('.');
        var other = Good();
        other["consumer"] = TestTokens.Party("987879696");

        await Refused($"{parts[0]}.{Encode(other.ToJsonString())}.{parts[2]}");
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a.b.c")]
    [InlineData("e30.e30.")]
    [InlineData("e30.e30.e30.e30.e30")]
    [InlineData("null")]
    public async Task What_is_no_token_is_refused(string token) => await Refused(token);

    [Fact]
    public async Task A_token_cut_short_or_drawn_out_is_refused()
    {
        var token = Signed(GoodHeader.ToJsonString(), Good().ToJsonString());
        await Refused(token[..^1]);
        await Refused(token + ".");
        await Refused(token + ".e30");
        await Refused(token[..token.LastIndexOf('.')] + ".");
        await Refused("." + token);
    }

    [Fact]
    public async Task A_huge_token_is_refused_unread()
    {
        var claims = Good();
        claims["filler"] = new string('x', 9_000);
        await Refused(Signed(GoodHeader.ToJsonString(), claims.ToJsonString()));
    }

    [Theory]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer")]
    [InlineData("DPoP {0}")]
    [InlineData("Bearer {0}, Bearer {0}")]
    [InlineData("Bearer {0} {0}")]
    public async Task The_header_takes_one_bearer_token(string format)
    {
        var token = Signed(GoodHeader.ToJsonString(), Good().ToJsonString());
        using var client = guarded.App.Anonymous();
        client.DefaultRequestHeaders.TryAddWithoutValidation(
            "Authorization",
            format.Replace("{0}", token, StringComparison.Ordinal)
        );
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/read")).StatusCode);
    }

    [Fact]
    public async Task Two_authorization_headers_are_refused()
    {
        var token = Signed(GoodHeader.ToJsonString(), Good().ToJsonString());
        using var client = guarded.App.Anonymous();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", [$"Bearer {token}", $"Bearer {token}"]);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/read")).StatusCode);
    }

    [Fact]
    public async Task A_token_in_the_address_or_body_is_not_looked_for()
    {
        var token = Signed(GoodHeader.ToJsonString(), Good().ToJsonString());
        using var client = guarded.App.Anonymous();
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync($"/read?access_token={token}")).StatusCode);
    }

    private static JsonObject Good() => TestTokens.Claims(Centre, "mapping.read");

    private static string Changed(JsonObject good, string change)
    {
        var changed = good.DeepClone().AsObject();
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject().ToList())
        {
            changed.Remove(name);
            if (value is not null)
            {
                changed[name] = value.DeepClone();
            }
        }

        return changed.ToJsonString();
    }

    private static string Signed(string header, string payload, RSA? key = null)
    {
        var content = $"{Encode(header)}.{Encode(payload)}";
        var signature = (key ?? TestTokens.Key.Rsa).SignData(
            Encoding.ASCII.GetBytes(content),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        return $"{content}.{Base64UrlEncoder.Encode(signature)}";
    }

    private static string Encode(string json) => Base64UrlEncoder.Encode(json);

    private static string Pem() => TestTokens.Key.Rsa.ExportSubjectPublicKeyInfoPem();

    private async Task Taken(string token) =>
        Assert.Equal(HttpStatusCode.OK, (await guarded.App.WithToken(token).GetAsync("/read")).StatusCode);

    private async Task Refused(string token)
    {
        using var client = guarded.App.Anonymous();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        var response = await client.GetAsync("/read");
        var problem = await Problem.Of(response);
        Assert.Equal((401, "/problems/access-token-invalid"), (problem.Status, problem.Type));
        Assert.StartsWith("Bearer error=\"invalid_token\"", response.Headers.WwwAuthenticate.ToString());
        if (token.Length > 20)
        {
            Assert.DoesNotContain(token[..20], problem.Body);
        }
    }
}
