using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IntegrationPlatform.Tests.Support;

/// <summary>
/// Maskinporten access tokens signed with a key that lives as long as the test run. Hosts accept them through
/// <see cref="Settings"/>, which only a development environment may carry.
/// </summary>
public static class TestTokens
{
    /// <summary>The issuer that the tokens name.</summary>
    public const string Issuer = "https://maskinporten.test/";

    /// <summary>The prefix that all scopes of the platform share.</summary>
    public const string ScopePrefix = "imdi:integrering/";

    /// <summary>The key behind the tokens.</summary>
    public static RsaSecurityKey Key { get; } = new(RSA.Create(2048)) { KeyId = "test-key" };

    /// <summary>Its public half as a JWKS.</summary>
    public static string Jwks { get; } = JwksOf(Key);

    /// <summary>The settings that make a host accept the tokens.</summary>
    public static IReadOnlyDictionary<string, string> Settings { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Maskinporten:Issuer"] = Issuer,
            ["Maskinporten:Jwks"] = Jwks,
        };

    /// <summary>A token for an organisation.</summary>
    /// <param name="organisation">Its number.</param>
    /// <param name="scopes">Scopes without their prefix, such as <c>mapping.write</c>.</param>
    public static string For(string organisation, params IEnumerable<string> scopes) =>
        Sign(Claims(organisation, scopes));

    /// <summary>The claims of such a token, for a test to change.</summary>
    public static JsonObject Claims(string organisation, params IEnumerable<string> scopes)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        return new JsonObject
        {
            ["iss"] = Issuer,
            ["client_amr"] = "private_key_jwt",
            ["token_type"] = "Bearer",
            ["client_id"] = $"client-of-{organisation}",
            ["scope"] = string.Join(' ', scopes.Select(scope => ScopePrefix + scope)),
            ["iat"] = now,
            ["exp"] = now + 600,
            ["jti"] = Guid.NewGuid().ToString("N"),
            ["consumer"] = Party(organisation),
        };
    }

    /// <summary>How a token names an organisation (ISO 6523).</summary>
    public static JsonObject Party(string organisation) =>
        new() { ["authority"] = "iso6523-actorid-upis", ["ID"] = $"0192:{organisation}" };

    /// <summary>Signs claims.</summary>
    /// <param name="claims">The payload, as it shall stand in the token.</param>
    /// <param name="key">Another key than the run's.</param>
    public static string Sign(JsonObject claims, RsaSecurityKey? key = null) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            claims.ToJsonString(),
            new SigningCredentials(key ?? Key, SecurityAlgorithms.RsaSha256)
        );

    /// <summary>The public halves of keys as a JWKS.</summary>
    public static string JwksOf(params IEnumerable<RsaSecurityKey> keys) =>
        new JsonObject { ["keys"] = new JsonArray([.. keys.Select(PublicKey)]) }.ToJsonString();

    private static JsonNode PublicKey(RsaSecurityKey key)
    {
        var parameters = key.Rsa.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["alg"] = SecurityAlgorithms.RsaSha256,
            ["kid"] = key.KeyId,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
        };
    }
}
