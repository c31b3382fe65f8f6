using System.Security.Cryptography;
using System.Text;

namespace IntegrationPlatform.Persistence.Personal;

/// <summary>
/// One master key with its id, and what is derived from it (HKDF, RFC 5869): a key that wraps residents' keys and a key
/// of the blind index, so that neither use can weaken the other.
/// </summary>
internal sealed class MasterKey
{
    private const int IdLength = 8;

    private readonly byte[] _wrapping;
    private readonly byte[] _indexing;

    public MasterKey(string base64)
    {
        var key = Convert.FromBase64String(base64);
        Id = Convert.ToHexStringLower(Derive(key, "id", IdLength));
        _wrapping = Derive(key, "wrap", IdentitySettings.KeyLength);
        _indexing = Derive(key, "duf-index", IdentitySettings.KeyLength);
        CryptographicOperations.ZeroMemory(key);
    }

    /// <summary>The key's id, derived from the key itself: rows name the key that wrapped them.</summary>
    public string Id { get; }

    /// <summary>Wraps a resident's key.</summary>
    public byte[] Wrap(Guid residentId, ReadOnlySpan<byte> key) => Box.Close(_wrapping, $"key {residentId}", key);

    /// <summary>Unwraps a resident's key.</summary>
    public byte[] Unwrap(Guid residentId, ReadOnlySpan<byte> wrapped) =>
        Box.Open(_wrapping, $"key {residentId}", wrapped);

    /// <summary>The blind index of a value: equal for equal values, and without the key nobody can guess which.</summary>
    public byte[] Index(string value) => HMACSHA256.HashData(_indexing, Encoding.UTF8.GetBytes(value));

    private static byte[] Derive(byte[] key, string use, int length) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, length, info: Encoding.UTF8.GetBytes($"personal data {use}"));
}
