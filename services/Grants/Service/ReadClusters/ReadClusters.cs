using IntegrationPlatform.Grants.Clusters;
using IntegrationPlatform.Grants.Interests;
using IntegrationPlatform.Grants.Occupancy;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Paging;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Grants.ReadClusters;

/// <summary>The directorates see all clusters, a party its own.</summary>
internal static class ReadClusters
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapGet("/clusters", Handle)
            .RequireScope("grants.read")
            .Allows("GRA-1", Case.Own, [.. Roles.Directorates, .. Roles.Cluster])
            .WithSummary("Lists clusters, by municipality");

    private static async Task<PageOf<ClusterView>> Handle(
        [AsParameters] PageRequest page,
        GrantsDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var clusters = await db
            .Clusters.AsNoTracking()
            .OrderBy(c => c.HostMunicipality)
            .ThenBy(c => c.Id)
            .ToListAsync(cancellation);
        var residents = await db.Stays.CountOn(clock.Today(), cancellation);
        return page.Of(
            clusters
                .FindAll(c => caller.ActsAsDirectorate || c.Has(caller.Organisation))
                .ConvertAll(c => ClusterView.Of(c, residents.GetValueOrDefault(c.Id))),
            c => c.ClusterId.ToString("N")
        );
    }
}

/// <summary>A cluster.</summary>
/// <param name="ClusterId">The cluster's id.</param>
/// <param name="Municipality">The host municipality's number.</param>
/// <param name="MunicipalityName">Its name.</param>
/// <param name="HostMunicipality">Organisation number of the host municipality.</param>
/// <param name="Centre">Organisation number of the centre's operator.</param>
/// <param name="CentreName">The centre's name.</param>
/// <param name="Operator">What kind of operator runs it.</param>
/// <param name="WholeCentre">Whole centre or department.</param>
/// <param name="CareerCentre">Organisation number of the career centre.</param>
/// <param name="NavOffice">Organisation number of the NAV office, if it takes part.</param>
/// <param name="Places">Integration places.</param>
/// <param name="Residents">Residents who live there today.</param>
/// <param name="GuidanceCapacity">Residents the career centre can guide at the same time.</param>
/// <param name="PoliticalReservation">Chosen with a reservation for political treatment (GRA-4).</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day of the period.</param>
/// <param name="RevokedOn">The day on which the choice was reversed (GRA-4).</param>
public sealed record ClusterView(
    Guid ClusterId,
    string Municipality,
    string MunicipalityName,
    string HostMunicipality,
    string Centre,
    string CentreName,
    OperatorKind Operator,
    bool WholeCentre,
    string CareerCentre,
    string? NavOffice,
    int Places,
    long Residents,
    int GuidanceCapacity,
    bool PoliticalReservation,
    DateOnly From,
    DateOnly To,
    DateOnly? RevokedOn
)
{
    internal static ClusterView Of(ChosenCluster cluster, long residents) =>
        new(
            cluster.Id,
            cluster.HostMunicipality,
            cluster.HostName(),
            cluster.HostMunicipalityOrganisation,
            cluster.CentreOrganisation,
            cluster.CentreName,
            cluster.Operator,
            cluster.WholeCentre,
            cluster.CareerCentreOrganisation,
            cluster.NavOfficeOrganisation,
            cluster.Places,
            residents,
            cluster.GuidanceCapacity,
            cluster.PoliticalReservation,
            cluster.From,
            cluster.To,
            cluster.Revocation?.On
        );
}
