using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement.Handoffs;

/// <summary>Finds handoffs by resident.</summary>
public static class HandoffsOfResidents
{
    /// <summary>A resident's handoff, locked until the transaction ends; null when no municipality accepted.</summary>
    public static async Task<Handoff?> LockOfAsync(
        this DbSet<Handoff> handoffs,
        Guid residentId,
        CancellationToken cancellation
    ) =>
        (
            await handoffs
                .FromSql($"select * from handoffs where resident_id = {residentId} for update")
                .ToListAsync(cancellation)
        ).SingleOrDefault();
}
