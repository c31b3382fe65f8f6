using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Grants.Allocations;

/// <summary>Finds allocations.</summary>
public static class AllocationQueries
{
    /// <summary>The allocation, its row locked until the end of the transaction.</summary>
    public static async Task<Allocation?> FindLocked(
        this DbSet<Allocation> allocations,
        Guid id,
        CancellationToken cancellation
    )
    {
        var allocation = await allocations
            .FromSql($"select * from allocations where id = {id} for update")
            .SingleOrDefaultAsync(cancellation);
        if (allocation is not null)
        {
            await allocations.Entry(allocation).Collection(a => a.Approvals).LoadAsync(cancellation);
        }

        return allocation;
    }

    /// <summary>All allocations of a cluster, their rows locked until the end of the transaction.</summary>
    public static Task<List<Allocation>> LockAllOf(
        this DbSet<Allocation> allocations,
        Guid cluster,
        CancellationToken cancellation
    ) =>
        allocations
            .FromSql($"select * from allocations where cluster_id = {cluster} order by id for update")
            .ToListAsync(cancellation);
}
