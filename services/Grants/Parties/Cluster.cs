using IntegrationPlatform.Grants.Contracts;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Tokens;

namespace IntegrationPlatform.Parties;

/// <summary>
/// A service's own copy of a cluster: who its parties are and whether they may act. Fed by events in any order:
/// the highest version's details hold, and a revocation is final.
/// </summary>
public sealed class Cluster
{
    /// <summary>The cluster's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The version of the details; 0 while only the revocation is known.</summary>
    public int Version { get; private set; }

    /// <summary>The host municipality's number.</summary>
    public string HostMunicipality { get; private set; } = "";

    /// <summary>Organisation number of the host municipality.</summary>
    public string HostMunicipalityOrganisation { get; private set; } = "";

    /// <summary>Organisation number of the centre's operator.</summary>
    public string CentreOrganisation { get; private set; } = "";

    /// <summary>Organisation number of the career centre.</summary>
    public string CareerCentreOrganisation { get; private set; } = "";

    /// <summary>Organisation number of the NAV office, if it takes part.</summary>
    public string? NavOfficeOrganisation { get; private set; }

    /// <summary>Integration places, in persons.</summary>
    public int Places { get; private set; }

    /// <summary>Residents the career centre can guide at the same time.</summary>
    public int GuidanceCapacity { get; private set; }

    /// <summary>First day of the period.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day of the period.</summary>
    public DateOnly To { get; private set; }

    /// <summary>The day from which the parties may no longer act, if IMDi reversed the choice.</summary>
    public DateOnly? RevokedOn { get; private set; }

    /// <summary>Takes in the details unless newer ones are known.</summary>
    public void Apply(ClusterEstablished established)
    {
        if (established.Version <= Version)
        {
            return;
        }

        Version = established.Version;
        HostMunicipality = established.HostMunicipality;
        HostMunicipalityOrganisation = established.HostMunicipalityOrganisation;
        CentreOrganisation = established.CentreOrganisation;
        CareerCentreOrganisation = established.CareerCentreOrganisation;
        NavOfficeOrganisation = established.NavOfficeOrganisation;
        Places = established.Places;
        GuidanceCapacity = established.GuidanceCapacity;
        From = established.From;
        To = established.To;
    }

    /// <summary>Takes in the revocation.</summary>
    public void Apply(ClusterRevoked revoked) => RevokedOn = revoked.On;

    /// <summary>The organisation that has a part; null when nobody has it.</summary>
    public string? Holder(Role part) =>
        part switch
        {
            Role.HostMunicipality => HostMunicipalityOrganisation,
            Role.Centre => CentreOrganisation,
            Role.CareerCentre => CareerCentreOrganisation,
            Role.NavOffice => NavOfficeOrganisation,
            _ => null,
        };

    /// <summary>
    /// The part in which the caller may act here: one that it has and that the endpoint lets in; null when there is none
    /// or the cluster is revoked.
    /// </summary>
    public Role? PartOf(Caller caller)
    {
        foreach (var part in caller.Allowed)
        {
            if (RevokedOn is null && caller.IsLetIn(part, Holder(part)))
            {
                return part;
            }
        }

        return null;
    }

    /// <summary>True when the organisation has the part and the cluster is not revoked.</summary>
    public bool Has(string organisation, Role part) => RevokedOn is null && Holder(part) == organisation;
}
