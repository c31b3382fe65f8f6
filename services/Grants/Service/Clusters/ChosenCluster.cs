using IntegrationPlatform.Grants.Contracts;
using IntegrationPlatform.Grants.Interests;
using IntegrationPlatform.Grants.Rounds;

namespace IntegrationPlatform.Grants.Clusters;

/// <summary>
/// A cluster that IMDi chose: the one place where it is decided who its parties are. Other services keep copies.
/// </summary>
public sealed class ChosenCluster
{
    /// <summary>The cluster's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The round in which it was chosen.</summary>
    public required Guid RoundId { get; init; }

    /// <summary>The expression of interest that binds it (GRA-4).</summary>
    public required Guid InterestId { get; init; }

    /// <summary>1 when established; grows with each change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>The host municipality's number.</summary>
    public required string HostMunicipality { get; init; }

    /// <summary>Organisation number of the host municipality.</summary>
    public required string HostMunicipalityOrganisation { get; init; }

    /// <summary>Organisation number of the centre's operator.</summary>
    public required string CentreOrganisation { get; init; }

    /// <summary>Organisation number of the career centre.</summary>
    public required string CareerCentreOrganisation { get; init; }

    /// <summary>Organisation number of the NAV office, if it takes part.</summary>
    public string? NavOfficeOrganisation { get; init; }

    /// <summary>The centre's name.</summary>
    public required string CentreName { get; init; }

    /// <summary>What kind of operator runs the centre.</summary>
    public required OperatorKind Operator { get; init; }

    /// <summary>True when all of the centre is an integration centre.</summary>
    public required bool WholeCentre { get; init; }

    /// <summary>Integration places, in persons.</summary>
    public required int Places { get; init; }

    /// <summary>Residents the career centre can guide at the same time.</summary>
    public required int GuidanceCapacity { get; init; }

    /// <summary>The municipality took a reservation for its political treatment (GRA-4).</summary>
    public required bool PoliticalReservation { get; init; }

    /// <summary>First day of the period.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day of the period.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The reversal, if IMDi reversed the choice.</summary>
    public Revocation? Revocation { get; private set; }

    /// <summary>The cluster behind a chosen interest.</summary>
    public static ChosenCluster Of(Interest interest, Round round) =>
        new()
        {
            RoundId = round.Id,
            InterestId = interest.Id,
            HostMunicipality = interest.Municipality,
            HostMunicipalityOrganisation = interest.Organisation,
            CentreOrganisation = interest.Centre.Organisation,
            CareerCentreOrganisation = interest.CareerCentre.Organisation,
            NavOfficeOrganisation = interest.NavOffice,
            CentreName = interest.Centre.Name,
            Operator = interest.Centre.Operator,
            WholeCentre = interest.Centre.WholeCentre,
            Places = interest.Centre.Places,
            GuidanceCapacity = interest.CareerCentre.Capacity,
            PoliticalReservation = interest.PoliticalReservation,
            From = round.BasicsBy,
            To = round.PeriodTo,
        };

    /// <summary>Reverses the choice (GRA-4).</summary>
    /// <returns>What the other services have to know.</returns>
    public ClusterRevoked Revoke(Revocation revocation)
    {
        Revocation = revocation;
        Version++;
        return new ClusterRevoked(Id, Version, revocation.On);
    }

    /// <summary>What the other services have to know of it.</summary>
    public ClusterEstablished Established() =>
        new(
            Id,
            Version,
            HostMunicipality,
            HostMunicipalityOrganisation,
            CentreOrganisation,
            CareerCentreOrganisation,
            NavOfficeOrganisation,
            WholeCentre,
            Places,
            GuidanceCapacity,
            From,
            To
        );

    /// <summary>True when the organisation is a party of the cluster.</summary>
    public bool Has(string organisation) =>
        organisation == HostMunicipalityOrganisation
        || organisation == CentreOrganisation
        || organisation == CareerCentreOrganisation
        || organisation == NavOfficeOrganisation;
}
