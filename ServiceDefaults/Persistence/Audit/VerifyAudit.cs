using IntegrationPlatform.Hosting.Audit;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Persistence.Audit;

/// <summary>Recomputes the audit's chain from the first entry on.</summary>
internal static class VerifyAudit
{
    /// <summary>Says what holds.</summary>
    public static async Task<AuditReport> RunAsync(
        DbContext db,
        AuditKeys keys,
        CancellationToken cancellation = default
    )
    {
        // One snapshot: what is written and sealed meanwhile belongs to the next look.
        await using var transaction = await db.Database.BeginTransactionAsync(
            System.Data.IsolationLevel.RepeatableRead,
            cancellation
        );
        var (before, from, expected, entries) = (Array.Empty<byte>(), 0L, 1L, 0L);
        foreach (var seal in await db.Set<AuditSeal>().AsNoTracking().OrderBy(s => s.Number).ToListAsync(cancellation))
        {
            var covered = await Between(db, from, seal.Until).ToListAsync(cancellation);
            var key = keys.Find(seal.KeyId);
            var broken =
                seal.Number != expected ? $"seal {expected} is missing"
                : key is null ? $"seal {seal.Number} was made with the key {seal.KeyId}, which is not configured"
                : covered.Count != seal.Entries
                    ? $"seal {seal.Number} covered {seal.Entries} entries, and there are {covered.Count}"
                : !AuditChain.Hash(key, before, seal.Until, covered).AsSpan().SequenceEqual(seal.Hash)
                    ? $"seal {seal.Number} does not fit its {seal.Entries} entries or the seal before it"
                : null;
            if (broken is not null)
            {
                return new AuditReport(seal.Number - 1, entries, 0, null, broken);
            }

            (before, from, expected, entries) = (seal.Hash, seal.Until, expected + 1, entries + covered.Count);
        }

        var open = await Between(db, from, long.MaxValue).Select(e => (DateTimeOffset?)e.At).ToListAsync(cancellation);
        return new AuditReport(expected - 1, entries, open.Count, open.Min(), null);
    }

    private static IQueryable<AuditEntry> Between(DbContext db, long from, long until) =>
        db.Set<AuditEntry>()
            .AsNoTracking()
            .Where(e =>
                EF.Property<long>(e, AuditModel.Transaction) >= from
                && EF.Property<long>(e, AuditModel.Transaction) < until
            )
            .OrderBy(e => EF.Property<long>(e, AuditModel.Transaction))
            .ThenBy(e => e.Position);
}

/// <summary>What a verification found.</summary>
/// <param name="Seals">Seals that hold.</param>
/// <param name="Entries">Entries under them.</param>
/// <param name="Open">Entries that are not sealed yet.</param>
/// <param name="OpenSince">The time of the oldest of those, by the platform's clock.</param>
/// <param name="Broken">The first fault; null when everything holds.</param>
internal sealed record AuditReport(long Seals, long Entries, int Open, DateTimeOffset? OpenSince, string? Broken);
