using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace IntegrationPlatform.Hosting.Tokens;

/// <summary>
/// Tokens that were found valid under the issuer's current keys, by their SHA-256, with the callers they stand for. So a
/// signature is checked once and the expiry every time; when the keys change, all of them are checked anew.
/// </summary>
internal sealed class KnownTokens
{
    private const int Most = 10_000;
    private volatile Generation _current = new(Keys: null);

    /// <summary>The caller of a token that was found valid under these keys; null when it must be validated.</summary>
    public Caller? Find(string token, BaseConfiguration keys, DateTimeOffset now) =>
        ReferenceEquals(_current.Keys, keys)
        && _current.Tokens.TryGetValue(KeyOf(token), out var known)
        && now < known.Until
            ? known.Caller
            : null;

    /// <summary>Remembers a token that was found valid.</summary>
    /// <param name="token">The token.</param>
    /// <param name="keys">The keys that were current before it was validated.</param>
    /// <param name="until">When it is valid no longer.</param>
    /// <param name="caller">Whom it stands for.</param>
    public void Add(string token, BaseConfiguration keys, DateTimeOffset until, Caller caller)
    {
        // A full generation begins anew: most of it has expired, and who is still there is validated once more.
        if (!ReferenceEquals(_current.Keys, keys) || _current.Tokens.Count >= Most)
        {
            _current = new Generation(keys);
        }

        _current.Tokens[KeyOf(token)] = (until, caller);
    }

    private static (UInt128, UInt128) KeyOf(string token)
    {
        Span<UInt128> hash = stackalloc UInt128[2];
        SHA256.HashData(MemoryMarshal.AsBytes(token.AsSpan()), MemoryMarshal.AsBytes(hash));
        return (hash[0], hash[1]);
    }

    private sealed record Generation(BaseConfiguration? Keys)
    {
        public ConcurrentDictionary<(UInt128, UInt128), (DateTimeOffset Until, Caller Caller)> Tokens { get; } = new();
    }
}
