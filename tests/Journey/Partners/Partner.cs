using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Journey.Cast;
using IntegrationPlatform.Municipalities;

namespace IntegrationPlatform.Journey.Partners;

/// <summary>An organisation whose system calls the platform, with the scopes it was given.</summary>
/// <param name="Name">How the story calls it.</param>
/// <param name="Organisation">Organisation number.</param>
/// <param name="Scopes">Scopes without their prefix.</param>
public sealed record Partner(string Name, string Organisation, string Scopes)
{
    private static readonly Directorates Known = new();

    /// <summary>Integrerings- og mangfoldsdirektoratet.</summary>
    public static Partner Imdi { get; } =
        new(
            "IMDi",
            Known.Imdi,
            "grants.read grants.write mapping.read guidance.read programme.read settlement.read settlement.write"
        );

    /// <summary>Utlendingsdirektoratet.</summary>
    public static Partner Udi { get; } = new("UDI", Known.Udi, "mapping.permit mapping.read");

    /// <summary>A municipality, as host and as the one that settles.</summary>
    public static Partner Municipality(string number) =>
        new(
            MunicipalityRegister.Find(number)!.Name,
            SyntheticOrganisations.Municipality(number),
            "grants.read grants.write programme.read programme.write settlement.read settlement.write"
        );

    /// <summary>The operator of a municipality's centre.</summary>
    public static Partner Centre(string municipality) =>
        new(
            $"the centre in {MunicipalityRegister.Find(municipality)!.Name}",
            SyntheticOrganisations.Centre(municipality),
            "mapping.read mapping.write programme.read programme.write settlement.read settlement.write"
        );

    /// <summary>A county's career centre.</summary>
    public static Partner CareerCentre(string county) =>
        new(
            $"Karriere {MunicipalityRegister.All.First(m => m.CountyNumber == county).County}",
            SyntheticOrganisations.CareerCentre(county),
            "guidance.read guidance.write mapping.read"
        );
}
