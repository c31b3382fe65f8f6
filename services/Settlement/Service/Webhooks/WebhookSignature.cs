using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IntegrationPlatform.Settlement.Webhooks;

/// <summary>
/// The signature of a webhook by the Standard Webhooks scheme, version 1: HMAC-SHA256 over
/// <c>id.timestamp.body</c>. While a key rotates there is one signature a key, separated by spaces.
/// </summary>
public static class WebhookSignature
{
    private const string SecretPrefix = "whsec_";
    private const int ShortestKey = 24;
    private const int LongestKey = 64;

    /// <summary>The key behind a secret: base64, with or without its prefix <c>whsec_</c>.</summary>
    public static byte[] Key(string secret) =>
        Convert.FromBase64String(
            secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? secret[SecretPrefix.Length..] : secret
        );

    /// <summary>True for a secret as Standard Webhooks have it: <c>whsec_</c> and the base64 of 24 to 64 bytes.</summary>
    public static bool IsSecret(string secret)
    {
        Span<byte> key = stackalloc byte[LongestKey];
        return secret.StartsWith(SecretPrefix, StringComparison.Ordinal)
            && Convert.TryFromBase64Chars(secret.AsSpan(SecretPrefix.Length), key, out var length)
            && length >= ShortestKey
            // What base64 overlooks, such as a space, would not be in the receiver's copy.
            && Convert.ToBase64String(key[..length]) == secret[SecretPrefix.Length..];
    }

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
