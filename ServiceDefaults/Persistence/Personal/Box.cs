using System.Security.Cryptography;
using System.Text;

namespace IntegrationPlatform.Persistence.Personal;

/// <summary>
/// AES-256-GCM: a random nonce, the tag, then the ciphertext. What it is for is bound to it as associated data, so that a
/// box cannot be moved to another row or column and still open.
/// </summary>
internal static class Box
{
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int Overhead = NonceLength + TagLength;

    /// <summary>Encrypts.</summary>
    public static byte[] Close(byte[] key, string purpose, ReadOnlySpan<byte> content)
    {
        var box = new byte[Overhead + content.Length];
        var nonce = box.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, content, box.AsSpan(Overhead), box.AsSpan(NonceLength, TagLength), Bytes(purpose));
        return box;
    }

    /// <summary>Decrypts.</summary>
    /// <exception cref="CryptographicException">Another key, another purpose, or altered.</exception>
    public static byte[] Open(byte[] key, string purpose, ReadOnlySpan<byte> box)
    {
        if (box.Length < Overhead)
        {
            throw new CryptographicException("The box is too short.");
        }

        var content = new byte[box.Length - Overhead];
        using var aes = new AesGcm(key, TagLength);
        aes.Decrypt(box[..NonceLength], box[Overhead..], box.Slice(NonceLength, TagLength), content, Bytes(purpose));
        return content;
    }

    private static byte[] Bytes(string purpose) => Encoding.UTF8.GetBytes(purpose);
}
