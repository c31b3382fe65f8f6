using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IntegrationPlatform.Settlement.Deliveries;

/// <summary>
/// The signature of a webhook by the Standard Webhooks scheme, version 1: HMAC-SHA256 over
/// <c>id.timestamp.body</c>. While a key rotates there is one signature a key, separated by spaces.
/// </summary>
public static class WebhookSignature
{
    private const string SecretPrefix = "whsec_";

    /// <summary>The key behind a secret: base64, with or without its prefix <c>whsec_</c>.</summary>
    public static byte[] Key(string secret) =>
        Convert.FromBase64String(
            secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? secret[SecretPrefix.Length..] : secret
        );

    /// <summary>The value of <c>webhook-signature</c>.</summary>
    /// <param name="keys">The keys in use.</param>
    /// <param name="id">The value of <c>webhook-id</c>.</param>
    /// <param name="timestamp">The value of <c>webhook-timestamp</c>: seconds since 1970.</param>
    /// <param name="body">The body, byte for byte.</param>
    public static string Of(IEnumerable<byte[]> keys, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}."));
        byte[] signed = [.. head, .. body];
        return string.Join(' ', keys.Select(key => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}"));
    }
}
