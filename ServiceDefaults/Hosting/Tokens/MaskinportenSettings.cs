using Microsoft.Extensions.Configuration;

namespace IntegrationPlatform.Hosting.Tokens;

/// <summary>Whose access tokens are taken, from the section <c>Maskinporten</c> of the configuration.</summary>
public sealed record MaskinportenSettings
{
    /// <summary>The setting that holds keys inline; development only.</summary>
    public const string JwksSetting = "Maskinporten:Jwks";

    /// <summary>The one issuer, exactly as tokens name it (<c>https://maskinporten.no/</c>).</summary>
    public required string Issuer { get; init; }

    /// <summary>
    /// Address of the issuer's metadata document (RFC 8414), which names its keys. When it is not set it is
    /// <c>.well-known/oauth-authorization-server</c> under the issuer.
    /// </summary>
    public required string Metadata { get; init; }

    /// <summary>
    /// What tokens must name as their audience. When it is not set a token may name none: a restricted token is meant
    /// for somebody else (RFC 7519, 4.1.3).
    /// </summary>
    public string? Audience { get; init; }

    /// <summary>The signature algorithms taken, separated by spaces in the configuration.</summary>
    public IReadOnlyList<string> Algorithms { get; init; } = ["RS256"];

    /// <summary>A JWKS in place of the metadata document; development only.</summary>
    public string? Jwks { get; init; }

    /// <summary>Reads and checks the settings.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing.</exception>
    public static MaskinportenSettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection("Maskinporten");
        if (section["Issuer"] is not { Length: > 0 } issuer)
        {
            throw new InvalidOperationException("Maskinporten:Issuer is missing.");
        }

        var settings = new MaskinportenSettings
        {
            Issuer = issuer,
            Metadata = section["Metadata"] ?? $"{issuer.TrimEnd('/')}/.well-known/oauth-authorization-server",
            Audience = section["Audience"],
            Jwks = section["Jwks"],
        };
        return section["Algorithms"] is { Length: > 0 } algorithms
            ? settings with
            {
                Algorithms = algorithms.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            }
            : settings;
    }
}
