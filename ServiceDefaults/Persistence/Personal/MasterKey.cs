using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace IntegrationPlatform.Persistence.Personal;

/// <summary>
/// The key that wraps every resident's key at rest: 32 bytes in base64 in <c>Identity:MasterKey</c>, from the
/// environment or a secret store and never in a file of the project (ALL-1).
/// </summary>
public sealed class MasterKey(IConfiguration configuration)
{
    private const string Setting = "Identity:MasterKey";
    private readonly byte[] _key = Read(configuration);

    /// <summary>Wraps a resident's new key for its row.</summary>
    public byte[] Wrap(Guid residentId, ReadOnlySpan<byte> key) => AesGcmBox.Close(_key, key, residentId.ToByteArray());

    /// <summary>Unwraps the key of a resident's row.</summary>
    /// <exception cref="CryptographicException">The row is another resident's, was altered, or another key wrapped it.</exception>
    public byte[] Unwrap(Guid residentId, ReadOnlySpan<byte> wrapped) =>
        AesGcmBox.Open(_key, wrapped, residentId.ToByteArray());

    private static byte[] Read(IConfiguration configuration)
    {
        var text = configuration[Setting] ?? throw new InvalidOperationException($"{Setting} is missing.");
        var key = Convert.FromBase64String(text);
        return key.Length == AesGcmBox.KeyBytes
            ? key
            : throw new InvalidOperationException($"{Setting} is not {AesGcmBox.KeyBytes} bytes in base64.");
    }
}
