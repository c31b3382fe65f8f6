using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Settlement.Handoffs;
using IntegrationPlatform.Settlement.Households;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement;

/// <summary>Finds residents for a caller whom the endpoint lets in, whether a municipality has accepted them or not.</summary>
internal static class ResidentReach
{
    /// <summary>The resident; null for somebody else's, an erased one and none at all: 404 each.</summary>
    public static async Task<ReachedResident?> ResidentForAsync(
        this SettlementDb db,
        Guid id,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var member = await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.ResidentId == id, cancellation);
        if (member is not { ClusterId: { } clusterId, HouseholdId: { } householdId })
        {
            return null;
        }

        var handoff = await db.Handoffs.AsNoTracking().SingleOrDefaultAsync(h => h.ResidentId == id, cancellation);
        var cluster = await db.Clusters.FindAsync([handoff?.ClusterId ?? clusterId], cancellation);
        var part = handoff is null ? cluster?.PartOf(caller) : handoff.PartOf(caller, cluster);
        return caller.ActsAsDirectorate || part is not null ? new ReachedResident(member, householdId, handoff) : null;
    }
}

/// <summary>A resident, the household, and the handoff once a municipality accepted.</summary>
internal sealed record ReachedResident(Member Member, Guid HouseholdId, Handoff? Handoff);
