using System.Collections.Concurrent;

namespace IntegrationPlatform.Issuer;

/// <summary>Grants that were used: one buys one token. They are forgotten when they have expired anyway.</summary>
internal sealed class SpentGrants
{
    private readonly ConcurrentDictionary<(string Client, string Id), DateTimeOffset> _spent = new();

    /// <summary>Uses a grant.</summary>
    /// <returns>False when it was used before.</returns>
    public bool TrySpend(string client, string id, DateTimeOffset expires)
    {
        var now = TimeProvider.System.GetUtcNow();
        foreach (var old in _spent.Where(grant => grant.Value < now))
        {
            _spent.TryRemove(old);
        }

        return _spent.TryAdd((client, id), expires);
    }
}
