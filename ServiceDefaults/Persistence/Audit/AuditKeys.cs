using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace IntegrationPlatform.Persistence.Audit;

/// <summary>
/// The keys that seal the audit, from the section <c>Audit</c> of the configuration: <c>Key</c>, and <c>FormerKeys</c>
/// that made earlier seals. Whoever has only the database cannot make a seal that holds.
/// </summary>
internal sealed class AuditKeys
{
    private const int Length = 32;
    private const int IdLength = 8;
    private readonly Dictionary<string, byte[]> _keys = new(StringComparer.Ordinal);

    public AuditKeys(IConfiguration configuration)
    {
        var section = configuration.GetSection("Audit");
        CurrentId = Take("Audit:Key", section["Key"]);
        foreach (var (i, former) in (section.GetSection("FormerKeys").Get<string[]>() ?? []).Index())
        {
            Take($"Audit:FormerKeys:{i}", former);
        }
    }

    /// <summary>The id of the key that makes new seals.</summary>
    public string CurrentId { get; }

    /// <summary>A key; null when it is not configured.</summary>
    public byte[]? Find(string id) => _keys.GetValueOrDefault(id);

    private string Take(string setting, string? base64)
    {
        var key = new byte[Length + 1];
        if (base64 is null || !Convert.TryFromBase64String(base64, key, out var length) || length != Length)
        {
            throw new InvalidOperationException($"{setting} is missing or is not {Length} bytes in base64.");
        }

        key = key[..Length];
        var id = Convert.ToHexStringLower(
            HKDF.DeriveKey(HashAlgorithmName.SHA256, key, IdLength, info: Encoding.UTF8.GetBytes("audit key id"))
        );
        _keys[id] = key;
        return id;
    }
}
