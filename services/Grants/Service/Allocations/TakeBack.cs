using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Grants.Allocations;

/// <summary>
/// Takes an allocation back: its payment is stopped if it was ordered, and new entries in the ledger put the money on
/// the line again (GRA-4, GRA-9).
/// </summary>
public static class TakeBack
{
    /// <summary>Takes it back; the allocation's row is locked by the caller.</summary>
    public static async Task TakeBackAsync(
        this GrantsDb db,
        Allocation allocation,
        string grounds,
        Caller caller,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var order = await db.PaymentOrders.SingleOrDefaultAsync(o => o.AllocationId == allocation.Id, cancellation);
        if (order is not null)
        {
            order.StoppedOn = clock.Today();
        }

        allocation.State = AllocationState.Withdrawn;
        var entries = await db
            .Ledger.AsNoTracking()
            .Where(e => e.AllocationId == allocation.Id)
            .OrderByDescending(e => e.Number)
            .ToListAsync(cancellation);
        // Newest first and one by one: what is ordered never exceeds what is allocated, not even on the way.
        foreach (var entry in entries)
        {
            db.Add(entry.Correction(grounds, clock.GetUtcNow(), caller.Organisation, caller.Client));
            await db.SaveChangesAsync(cancellation);
        }
    }
}
