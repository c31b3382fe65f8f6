using IntegrationPlatform.Grants.Clusters;

namespace IntegrationPlatform.Grants.Appropriations;

/// <summary>Who in a cluster is paid from a line.</summary>
public static class Payees
{
    /// <summary>
    /// Organisation number of the payee; null when the line is not distributed among clusters: meetings and evaluation
    /// are IMDi's own, voluntary organisations apply for theirs (GRA-5, GRA-6).
    /// </summary>
    public static string? PayeeOf(this LineName line, ChosenCluster cluster) =>
        line switch
        {
            LineName.Qualification => cluster.HostMunicipalityOrganisation,
            LineName.CareerCentres => cluster.CareerCentreOrganisation,
            _ => null,
        };

    /// <summary>True when the line is distributed among clusters.</summary>
    public static bool IsDistributed(this LineName line) => line is LineName.Qualification or LineName.CareerCentres;
}
