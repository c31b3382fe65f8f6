using System.Security.Cryptography;
using System.Text;

namespace IntegrationPlatform.Issuer;

/// <summary>The issuer's identifier and keys, from the section <c>Issuer</c> of the configuration.</summary>
/// <param name="Url">Its identifier, with the slash at the end.</param>
/// <param name="SigningKey">Signs access tokens.</param>
/// <param name="ClientKey">Checks the grants of the clients <c>local-…</c>; null when there are none.</param>
/// <param name="TokenLifetime">How long an access token is valid.</param>
internal sealed record IssuerSettings(string Url, RSA SigningKey, RSA? ClientKey, TimeSpan TokenLifetime)
{
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(10);

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing.</exception>
    public static IssuerSettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Issuer");
        return new IssuerSettings(
            section["Url"] ?? throw Missing("Url"),
            Key(section["SigningKey"] ?? throw Missing("SigningKey")),
            section["ClientKey"] is { } client ? Key(client) : null,
            section.GetValue("TokenLifetime", Usual)
        );
    }

    private static RSA Key(string setting)
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(Encoding.UTF8.GetString(Convert.FromBase64String(setting)));
        return rsa;
    }

    private static InvalidOperationException Missing(string name) => new($"Issuer:{name} is missing.");
}
