using System.Net.Http.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IntegrationPlatform.Client;

/// <summary>Access tokens by Maskinporten's JWT grant (RFC 7523), each kept until shortly before it expires.</summary>
internal sealed class AccessTokens(HttpClient http, PartnerSettings settings) : IDisposable
{
    private static readonly TimeSpan GrantLifetime = TimeSpan.FromSeconds(100);
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(15);
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly SemaphoreSlim _one = new(1);
    private (string Token, DateTimeOffset Until) _kept;

    /// <summary>A token with the scopes of the settings.</summary>
    /// <exception cref="ProblemException">The issuer gives none.</exception>
    public async ValueTask<string> GetAsync(CancellationToken cancellation)
    {
        await _one.WaitAsync(cancellation);
        try
        {
            var now = TimeProvider.System.GetUtcNow();
            if (_kept.Until <= now)
            {
                _kept = await FetchAsync(now, cancellation);
            }

            return _kept.Token;
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<(string Token, DateTimeOffset Until)> FetchAsync(
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        using var form = new FormUrlEncodedContent([
            new("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"),
            new("assertion", Grant(now)),
        ]);
        using var answer = await http.PostAsync(new Uri(settings.Issuer, "token"), form, cancellation);
        if (!answer.IsSuccessStatusCode)
        {
            throw await ProblemException.OfAsync(answer, cancellation);
        }

        var given = await answer.Content.ReadFromJsonAsync(ClientJson.Default.JsonElement, cancellation);
        var lifetime = TimeSpan.FromSeconds(given.GetProperty("expires_in").GetInt32());
        return (given.GetProperty("access_token").GetString()!, now + lifetime - Margin);
    }

    private string Grant(DateTimeOffset now)
    {
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["scope"] = string.Join(' ', settings.Scopes),
            ["jti"] = Guid.CreateVersion7().ToString(),
        };
        if (settings.ConsumerOrganisation is { } consumer)
        {
            claims["consumer_org"] = consumer;
        }

        return _handler.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = settings.ClientId,
                Audience = settings.Issuer.ToString(),
                IssuedAt = now.UtcDateTime,
                Expires = (now + GrantLifetime).UtcDateTime,
                Claims = claims,
                SigningCredentials = new SigningCredentials(
                    new RsaSecurityKey(settings.Key) { KeyId = settings.KeyId },
                    SecurityAlgorithms.RsaSha256
                )
                {
                    // The default keeps a signer for every key id, and the next client may bring another key.
                    CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false },
                },
            }
        );
    }
}
