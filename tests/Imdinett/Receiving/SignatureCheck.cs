using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IntegrationPlatform.Imdinett.Receiving;

/// <summary>Checks webhooks by the Standard Webhooks scheme: one of the signatures fits one of the keys, and it is fresh.</summary>
internal sealed class SignatureCheck(IReadOnlyList<byte[]> keys)
{
    private const string Version = "v1,";
    private const string SecretPrefix = "whsec_";
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static SignatureCheck From(IConfiguration configuration)
    {
        var secrets =
            configuration["Imdinett:SigningKey"]
            ?? throw new InvalidOperationException("Imdinett:SigningKey is missing.");
        return new SignatureCheck([
            .. secrets
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(s =>
                    Convert.FromBase64String(
                        s.StartsWith(SecretPrefix, StringComparison.Ordinal) ? s[SecretPrefix.Length..] : s
                    )
                ),
        ]);
    }

    /// <summary>True when the headers vouch for the body.</summary>
    public bool Vouches(string id, string timestamp, string signatures, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (
            !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            || (DateTimeOffset.FromUnixTimeSeconds(seconds) - now).Duration() > Tolerance
        )
        {
            return false;
        }

        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        var given = signatures
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(s => s.StartsWith(Version, StringComparison.Ordinal))
            .Select(s => Encoding.ASCII.GetBytes(s[Version.Length..]))
            .ToList();
        return keys.Select(key => Encoding.ASCII.GetBytes(Convert.ToBase64String(HMACSHA256.HashData(key, signed))))
            .Any(right => given.Exists(signature => CryptographicOperations.FixedTimeEquals(signature, right)));
    }
}
