using IntegrationPlatform.Parties;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Mapping;

/// <summary>A centre's places: who holds one, and how many are taken (MAP-1).</summary>
internal static class Places
{
    /// <summary>The cluster, locked for the rest of the transaction, so that places are given out one at a time.</summary>
    public static async Task<Cluster?> LockClusterAsync(this MappingDb db, Guid id, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"select 1 from clusters where id = {id} for update", cancellation);
        return await db.Clusters.FindAsync([id], cancellation);
    }

    /// <summary>True when somebody with one of the blind indexes holds a place, at whatever centre.</summary>
    public static Task<bool> HoldsPlaceAsync(
        this MappingDb db,
        IReadOnlyList<byte[]> dufIndexes,
        CancellationToken cancellation
    ) =>
        db.Residents.AnyAsync(
            r => dufIndexes.Contains(r.DufIndex) && r.SettledOn == null && r.ErasedOn == null,
            cancellation
        );

    /// <summary>How many hold a place in a cluster.</summary>
    public static Task<int> TakenPlacesAsync(this MappingDb db, Guid clusterId, CancellationToken cancellation) =>
        db.Residents.CountAsync(
            r => r.ClusterId == clusterId && r.SettledOn == null && r.ErasedOn == null,
            cancellation
        );
}
