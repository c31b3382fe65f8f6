using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IntegrationPlatform.Issuer;

/// <summary>Makes access tokens with the claims that Maskinporten's have.</summary>
internal sealed class TokenMint
{
    private readonly IssuerSettings _settings;
    private readonly RsaSecurityKey _key;
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    public TokenMint(IssuerSettings settings)
    {
        _settings = settings;
        _key = new RsaSecurityKey(settings.SigningKey);
        _key.KeyId = Base64UrlEncoder.Encode(_key.ComputeJwkThumbprint());
    }

    /// <summary>The issuer's public keys (RFC 7517).</summary>
    public object Jwks
    {
        get
        {
            var parameters = _key.Rsa.ExportParameters(includePrivateParameters: false);
            return new
            {
                keys = new[]
                {
                    new
                    {
                        kty = "RSA",
                        use = "sig",
                        alg = SecurityAlgorithms.RsaSha256,
                        kid = _key.KeyId,
                        n = Base64UrlEncoder.Encode(parameters.Modulus),
                        e = Base64UrlEncoder.Encode(parameters.Exponent),
                    },
                },
            };
        }
    }

    /// <summary>An access token for a grant.</summary>
    public string Mint(Grant grant)
    {
        var now = TimeProvider.System.GetUtcNow();
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["iss"] = _settings.Url,
            ["client_amr"] = "private_key_jwt",
            ["token_type"] = "Bearer",
            ["client_id"] = grant.Client,
            ["scope"] = grant.Scope,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + _settings.TokenLifetime).ToUnixTimeSeconds(),
            ["jti"] = Guid.CreateVersion7().ToString(),
            ["consumer"] = Party(grant.Consumer),
        };
        if (grant.Supplier is { } supplier)
        {
            claims["supplier"] = Party(supplier);
            claims["delegation_source"] = $"{_settings.Url}delegation";
        }

        if (grant.Resource is { } resource)
        {
            claims["aud"] = resource;
        }

        return _handler.CreateToken(
            JsonSerializer.Serialize(claims),
            new SigningCredentials(_key, SecurityAlgorithms.RsaSha256)
        );
    }

    private static Dictionary<string, string> Party(string organisation) =>
        new(StringComparer.Ordinal) { ["authority"] = "iso6523-actorid-upis", ["ID"] = $"0192:{organisation}" };
}
