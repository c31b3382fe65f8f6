using System.Buffers.Text;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;

namespace IntegrationPlatform.Local.Run;

/// <summary>Gets access tokens from the local issuer, as an organisation's system does: by a signed grant (RFC 7523).</summary>
/// <param name="run">The platform that runs.</param>
public sealed class LocalClient(RunFile run)
{
    private const string GrantType = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static readonly TimeSpan GrantLife = TimeSpan.FromSeconds(100);

    /// <summary>An access token for an organisation.</summary>
    /// <param name="organisation">Organisation number.</param>
    /// <param name="scopes">Scopes in full, separated by spaces.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="InvalidOperationException">The issuer refuses; the message has its reason.</exception>
    public async Task<string> TokenAsync(string organisation, string scopes, CancellationToken cancellation = default)
    {
        using var http = new HttpClient();
        using var form = new FormUrlEncodedContent([
            new("grant_type", GrantType),
            new("assertion", Grant(organisation, scopes)),
        ]);
        using var answer = await http.PostAsync(new Uri(run.Issuer, "token"), form, cancellation);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException(
                $"The issuer refuses: {await answer.Content.ReadAsStringAsync(cancellation)}"
            );
        }

        var token = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        return token.GetProperty("access_token").GetString()!;
    }

    private string Grant(string organisation, string scopes)
    {
        var client = $"local-{organisation}";
        var now = DateTimeOffset.UtcNow;
        var signed =
            $"{Part(new { alg = "RS256", kid = client, typ = "JWT" })}."
            + Part(
                new
                {
                    aud = run.Issuer.ToString(),
                    iss = client,
                    scope = scopes,
                    iat = now.ToUnixTimeSeconds(),
                    exp = (now + GrantLife).ToUnixTimeSeconds(),
                    jti = Guid.NewGuid().ToString("N"),
                }
            );
        using var key = RSA.Create();
        key.ImportFromPem(run.ClientKey);
        var signature = key.SignData(
            System.Text.Encoding.ASCII.GetBytes(signed),
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        );
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Part<T>(T value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));
}
