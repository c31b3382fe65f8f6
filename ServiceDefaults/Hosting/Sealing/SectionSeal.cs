using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IntegrationPlatform.Hosting.Sealing;

/// <summary>
/// Seals a section of a settlement transfer for the way through the broker and for rest: JSON in a JWE (RFC 7516,
/// RSA-OAEP with A256CBC-HS512) to the settlement handoff's public key, so that no other service and no operator of
/// broker or database can read it (ALL-1). Enums are camelCase text, as everywhere on the wire.
/// </summary>
public sealed class SectionSeal(IConfiguration configuration) : IDisposable
{
    private const string PublicKeySetting = "Sealing:PublicKey";
    private const string PrivateKeySetting = "Sealing:PrivateKey";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly JsonWebTokenHandler _tokens = new();

    // Whoever holds the private key holds the public one.
    private readonly Lazy<RSA> _public = new(() =>
        Import(
            configuration,
            configuration[PublicKeySetting] is null && configuration[PrivateKeySetting] is not null
                ? PrivateKeySetting
                : PublicKeySetting
        )
    );
    private readonly Lazy<RSA> _private = new(() => Import(configuration, PrivateKeySetting));

    /// <summary>Seals a section.</summary>
    /// <param name="section">What goes into the transfer.</param>
    /// <returns>A JWE in compact form.</returns>
    public string Seal<T>(T section) =>
        _tokens.EncryptToken(
            JsonSerializer.Serialize(section, Json),
            new EncryptingCredentials(
                new RsaSecurityKey(_public.Value),
                SecurityAlgorithms.RsaOAEP,
                SecurityAlgorithms.Aes256CbcHmacSha512
            )
        );

    /// <summary>Opens a section; only the settlement service holds the key for it.</summary>
    /// <exception cref="SecurityTokenDecryptionFailedException">It was sealed to another key, or altered.</exception>
    public T Open<T>(string jwe)
    {
        var parameters = new TokenValidationParameters { TokenDecryptionKey = new RsaSecurityKey(_private.Value) };
        var json = _tokens.DecryptToken(new JsonWebToken(jwe), parameters);
        return JsonSerializer.Deserialize<T>(json, Json)!;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var key in new[] { _public, _private }.Where(k => k.IsValueCreated))
        {
            key.Value.Dispose();
        }
    }

    // The settings hold PEM in base64, so that they fit into one environment variable.
    private static RSA Import(IConfiguration configuration, string setting)
    {
        var pem = configuration[setting] ?? throw new InvalidOperationException($"{setting} is missing.");
        var rsa = RSA.Create();
        rsa.ImportFromPem(Encoding.UTF8.GetString(Convert.FromBase64String(pem)));
        return rsa;
    }
}
