using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using IntegrationPlatform.Hosting.Audit;

namespace IntegrationPlatform.Persistence.Audit;

/// <summary>Computes the hash of a seal.</summary>
internal static class AuditChain
{
    /// <summary>HMAC-SHA256 over the hash before, the range's end and each entry as JSON with its length before it.</summary>
    public static byte[] Hash(byte[] key, byte[] before, long until, IEnumerable<AuditEntry> entries)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(before);
        Append(hash, until);
        foreach (var entry in entries)
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(Form(entry));
            Append(hash, json.Length);
            hash.AppendData(json);
        }

        return hash.GetHashAndReset();
    }

    // Texts in a fixed order: neither a new member nor another order of an enum may break old seals.
    private static string?[] Form(AuditEntry entry) =>
        [
            entry.Position.ToString(CultureInfo.InvariantCulture),
            entry.At.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            entry.Organisation,
            entry.Supplier,
            entry.Client,
            entry.Operation,
            entry.Act.ToString(),
            entry.Ground,
            entry.As?.ToString(),
            entry.Case.ToString(),
            entry.CaseId?.ToString(),
            entry.Trace,
        ];

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}
