using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace IntegrationPlatform.Persistence.Personal;

/// <summary>Seals personal data with a key per resident, and opens it again (ALL-1).</summary>
public sealed class Vault
{
    private readonly MasterKey _current;
    private readonly Dictionary<string, MasterKey> _known;

    /// <summary>Makes the vault with the configured master keys.</summary>
    public Vault(IOptions<IdentitySettings> settings)
    {
        _current = new MasterKey(settings.Value.MasterKey!);
        _known = settings
            .Value.FormerMasterKeys.Select(key => new MasterKey(key))
            .Append(_current)
            .DistinctBy(key => key.Id)
            .ToDictionary(key => key.Id, StringComparer.Ordinal);
    }

    /// <summary>The id of the master key that wraps new keys.</summary>
    internal string CurrentKeyId => _current.Id;

    /// <summary>A new key for a resident.</summary>
    public ResidentKey NewKey(Guid residentId) =>
        new()
        {
            ResidentId = residentId,
            MasterKeyId = _current.Id,
            Wrapped = _current.Wrap(residentId, RandomNumberGenerator.GetBytes(IdentitySettings.KeyLength)),
        };

    /// <summary>Seals a value.</summary>
    /// <param name="key">The resident's key.</param>
    /// <param name="purpose">What the value is, such as <c>identity</c>; opening takes the same.</param>
    /// <param name="value">What is sealed, as JSON.</param>
    public byte[] Seal<T>(ResidentKey key, string purpose, T value)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, JsonSerializerOptions.Web);
        return Box.Close(Unwrap(key), purpose, json);
    }

    /// <summary>Opens what was sealed.</summary>
    /// <exception cref="CryptographicException">It was sealed by another key, for another purpose, or altered.</exception>
    public T Open<T>(ResidentKey key, string purpose, byte[] box) =>
        JsonSerializer.Deserialize<T>(Box.Open(Unwrap(key), purpose, box), JsonSerializerOptions.Web)!;

    /// <summary>The blind index under which a value is stored.</summary>
    public byte[] Index(string value) => _current.Index(value);

    /// <summary>The blind indexes under which a value may be found: one for each known master key.</summary>
    public IReadOnlyList<byte[]> Indexes(string value) => [.. _known.Values.Select(key => key.Index(value))];

    /// <summary>Wraps a key with the current master key.</summary>
    internal void Rewrap(ResidentKey key)
    {
        key.Wrapped = _current.Wrap(key.ResidentId, Unwrap(key));
        key.MasterKeyId = _current.Id;
    }

    private byte[] Unwrap(ResidentKey key) =>
        _known.TryGetValue(key.MasterKeyId, out var master)
            ? master.Unwrap(key.ResidentId, key.Wrapped)
            : throw new CryptographicException($"Master key {key.MasterKeyId} is not configured.");
}
