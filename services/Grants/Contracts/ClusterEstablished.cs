namespace IntegrationPlatform.Grants.Contracts;

/// <summary>
/// A cluster was chosen and its parties may act from now on (GRA-3). Also published again, with a higher
/// <see cref="Version"/>, when a party or a capacity changes: the highest version is the truth.
/// </summary>
/// <param name="ClusterId">The cluster's id (UUIDv7).</param>
/// <param name="Version">1 when established; grows with each change.</param>
/// <param name="HostMunicipality">The host municipality's number, four characters.</param>
/// <param name="HostMunicipalityOrganisation">Organisation number of the host municipality.</param>
/// <param name="CentreOrganisation">Organisation number of the centre's operator.</param>
/// <param name="CareerCentreOrganisation">Organisation number of the county career centre.</param>
/// <param name="NavOfficeOrganisation">Organisation number of the NAV office, if NAV takes part (S3).</param>
/// <param name="WholeCentre">True when the whole centre is an integration centre, false for a department (GRA-3).</param>
/// <param name="Places">Integration places, in persons (MAP-1).</param>
/// <param name="GuidanceCapacity">Residents the career centre can guide at the same time (GUI-2).</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day of the period.</param>
public sealed record ClusterEstablished(
    Guid ClusterId,
    int Version,
    string HostMunicipality,
    string HostMunicipalityOrganisation,
    string CentreOrganisation,
    string CareerCentreOrganisation,
    string? NavOfficeOrganisation,
    bool WholeCentre,
    int Places,
    int GuidanceCapacity,
    DateOnly From,
    DateOnly To
);
