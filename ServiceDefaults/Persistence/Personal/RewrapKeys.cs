using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Persistence.Personal;

/// <summary>
/// After a new master key was configured and the old one listed as former: wraps every resident's key anew, some hundreds
/// a transaction. It can be stopped and started again, and runs beside the service.
/// </summary>
internal static class RewrapKeys
{
    private const int Batch = 200;

    /// <summary>Wraps all keys that the current master key did not wrap.</summary>
    /// <param name="db">The service's database.</param>
    /// <param name="vault">The vault with the new master key and the former ones.</param>
    /// <param name="beside">What else depends on the master key, for the residents of a batch, such as a blind index.</param>
    /// <param name="cancellation">Ends it after the transaction in hand.</param>
    /// <returns>How many were wrapped.</returns>
    public static async Task<int> RunAsync<TDb>(
        TDb db,
        Vault vault,
        Func<TDb, Vault, IReadOnlyList<ResidentKey>, CancellationToken, Task>? beside,
        CancellationToken cancellation = default
    )
        where TDb : DbContext
    {
        var wrapped = 0;
        while (true)
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            // An erasure at the same moment either took the key away before, or waits.
            var keys = await db.Set<ResidentKey>()
                .FromSql(
                    $"""
                    select * from resident_keys where master_key_id <> {vault.CurrentKeyId}
                    order by resident_id limit {Batch} for update
                    """
                )
                .ToListAsync(cancellation);
            if (keys.Count == 0)
            {
                return wrapped;
            }

            if (beside is not null)
            {
                await beside(db, vault, keys, cancellation);
            }

            keys.ForEach(vault.Rewrap);
            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            wrapped += keys.Count;
        }
    }
}
