using System.Security.Cryptography;
using System.Text;

namespace IntegrationPlatform.Persistence.Personal;

/// <summary>Encrypts and decrypts what a service holds on one resident, with that resident's key.</summary>
public sealed class PersonalData
{
    private readonly Guid _residentId;
    private readonly byte[] _key;

    internal PersonalData(Guid residentId, byte[] key)
    {
        _residentId = residentId;
        _key = key;
    }

    /// <summary>Encrypts a text for its column.</summary>
    public byte[] Encrypt(string text) =>
        AesGcmBox.Close(_key, Encoding.UTF8.GetBytes(text), _residentId.ToByteArray());

    /// <summary>Decrypts a column.</summary>
    /// <exception cref="CryptographicException">The value was altered or belongs to another resident.</exception>
    public string Decrypt(byte[] encrypted) =>
        Encoding.UTF8.GetString(AesGcmBox.Open(_key, encrypted, _residentId.ToByteArray()));
}
