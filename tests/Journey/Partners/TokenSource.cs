using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using IntegrationPlatform.Hosting.Tokens;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IntegrationPlatform.Journey.Partners;

/// <summary>
/// Gets each partner's access tokens by the JWT grant (RFC 7523), as at Maskinporten, and keeps them until shortly
/// before they expire. At the local issuer, the client of every organisation signs with the run's key.
/// </summary>
public sealed class TokenSource(HttpClient http, Uri issuer, RSA key)
{
    private static readonly TimeSpan GrantLifetime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(15);
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly ConcurrentDictionary<Partner, (string Token, DateTimeOffset Until)> _tokens = new();

    /// <summary>A token with all of the partner's scopes.</summary>
    /// <exception cref="HttpRequestException">The issuer cannot be reached.</exception>
    /// <exception cref="RefusedException">It gives this partner no such token.</exception>
    public async ValueTask<string> For(Partner partner, CancellationToken cancellation)
    {
        var now = TimeProvider.System.GetUtcNow();
        if (_tokens.TryGetValue(partner, out var kept) && kept.Until > now)
        {
            return kept.Token;
        }

        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["grant_type"] = "urn:ietf:params:oauth:grant-type:jwt-bearer",
                ["assertion"] = Grant(partner, now),
            }
        );
        using var answer = await http.PostAsync(new Uri(issuer, "token"), form, cancellation);
        if (answer.StatusCode == HttpStatusCode.BadRequest)
        {
            var problem = await answer.Content.ReadAsStringAsync(cancellation);
            throw new RefusedException($"The token of {partner.Name}", answer.StatusCode, problem);
        }

        answer.EnsureSuccessStatusCode();
        var given = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        var token = given.GetProperty("access_token").GetString()!;
        var lifetime = TimeSpan.FromSeconds(given.GetProperty("expires_in").GetInt32());
        _tokens[partner] = (token, now + lifetime - Margin);
        return token;
    }

    private string Grant(Partner partner, DateTimeOffset now)
    {
        var client = $"local-{partner.Organisation}";
        return _handler.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = client,
                Audience = issuer.ToString(),
                IssuedAt = now.UtcDateTime,
                Expires = (now + GrantLifetime).UtcDateTime,
                Claims = new Dictionary<string, object>(StringComparer.Ordinal)
                {
                    ["scope"] = string.Join(' ', Scopes(partner)),
                    ["jti"] = Guid.CreateVersion7().ToString(),
                },
                SigningCredentials = new SigningCredentials(
                    new RsaSecurityKey(key) { KeyId = client },
                    SecurityAlgorithms.RsaSha256
                )
                {
                    // The default keeps a signer for every key id, and another journey brings another key object.
                    CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
                },
            }
        );
    }

    private static IEnumerable<string> Scopes(Partner partner) =>
        partner.Scopes.Split(' ').Select(scope => ScopeRequirementExtensions.Prefix + scope);
}
