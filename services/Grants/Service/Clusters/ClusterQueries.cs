using IntegrationPlatform.Grants.Geography;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Grants.Clusters;

/// <summary>Finds clusters.</summary>
public static class ClusterQueries
{
    /// <summary>
    /// The clusters that hold their place on a day of the year, by host municipality. None of them can be revoked until
    /// the end of the transaction.
    /// </summary>
    public static Task<List<ChosenCluster>> HoldingPlaceIn(
        this DbSet<ChosenCluster> clusters,
        int year,
        CancellationToken cancellation
    )
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        return clusters
            .FromSql($"select * from chosen_clusters order by id for share")
            .Where(c => c.Revocation == null && c.From <= last && c.To >= first)
            .OrderBy(c => c.HostMunicipality)
            .ToListAsync(cancellation);
    }

    /// <summary>The cluster, its row locked until the end of the transaction.</summary>
    public static Task<ChosenCluster?> FindLocked(
        this DbSet<ChosenCluster> clusters,
        Guid id,
        CancellationToken cancellation
    ) =>
        clusters
            .FromSql($"select * from chosen_clusters where id = {id} for update")
            .SingleOrDefaultAsync(cancellation);

    /// <summary>The name of the host municipality.</summary>
    public static string HostName(this ChosenCluster cluster) => Places.Known(cluster.HostMunicipality).Name;
}
