using IntegrationPlatform.Parties;

namespace IntegrationPlatform.Settlement.Households;

/// <summary>Finds a household's cluster.</summary>
public static class ClusterOfHousehold
{
    /// <summary>The cluster of a loaded household; null when there is none of either.</summary>
    public static async Task<Cluster?> ClusterOfAsync(
        this SettlementDb db,
        Household? household,
        CancellationToken cancellation
    ) => household?.ClusterId is { } id ? await db.Clusters.FindAsync([id], cancellation) : null;
}
