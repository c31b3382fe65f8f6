namespace IntegrationPlatform.Hosting.Access;

/// <summary>
/// As what an organisation calls. Who has a role is data: the directorates are configured, the parts of a cluster come
/// with the cluster, the rest with the round or the settlement request.
/// </summary>
public enum Role
{
    /// <summary>Integrerings- og mangfoldsdirektoratet.</summary>
    Imdi,

    /// <summary>Utlendingsdirektoratet.</summary>
    Udi,

    /// <summary>Direktoratet for høyere utdanning og kompetanse.</summary>
    HkDir,

    /// <summary>Arbeids- og velferdsdirektoratet.</summary>
    NavDirectorate,

    /// <summary>The operator of the integration reception centre of the case's cluster.</summary>
    Centre,

    /// <summary>The host municipality of the case's cluster.</summary>
    HostMunicipality,

    /// <summary>The county career centre of the case's cluster.</summary>
    CareerCentre,

    /// <summary>The NAV office of the case's cluster (from S3).</summary>
    NavOffice,

    /// <summary>A municipality that IMDi invited to be host (GRA-1).</summary>
    InvitedMunicipality,

    /// <summary>Whoever is told the outcome of a round by a directorate or in copy (GRA-1).</summary>
    NotifiedParty,

    /// <summary>A municipality that IMDi asked to settle, while it may answer (SET-3).</summary>
    AskedMunicipality,

    /// <summary>The municipality that accepted a resident (SET-4).</summary>
    SettlementMunicipality,

    /// <summary>A voluntary organisation (PRO-4): it has no part in a case, and nothing is open to it yet.</summary>
    VoluntaryOrganisation,
}

/// <summary>What is true of a role whatever the case.</summary>
public static class Roles
{
    /// <summary>Those who chose the hosts together (GRA-2).</summary>
    public static readonly Role[] Directorates = [Role.Imdi, Role.Udi, Role.HkDir, Role.NavDirectorate];

    /// <summary>The parts of a cluster.</summary>
    public static readonly Role[] Cluster = [Role.Centre, Role.HostMunicipality, Role.CareerCentre, Role.NavOffice];

    /// <summary>True for a directorate: it has its role in every case.</summary>
    public static bool IsDirectorate(this Role role) => role <= Role.NavDirectorate;
}
