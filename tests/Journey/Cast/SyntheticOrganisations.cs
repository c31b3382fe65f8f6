using IntegrationPlatform.Hosting.Tokens;

namespace IntegrationPlatform.Journey.Cast;

/// <summary>
/// Organisation numbers of partners that exist only here: valid by the check digit, in the series from 31 that the
/// register keeps for synthetic data, and always the same for the same partner.
/// </summary>
public static class SyntheticOrganisations
{
    /// <summary>The municipality's own number.</summary>
    public static string Municipality(string municipality) => Number(0, municipality);

    /// <summary>The operator of the municipality's reception centre.</summary>
    public static string Centre(string municipality) => Number(1, municipality);

    /// <summary>The career centre of a county.</summary>
    public static string CareerCentre(string county) => Number(2, county + "00");

    /// <summary>The municipality's NAV office.</summary>
    public static string NavOffice(string municipality) => Number(3, municipality);

    // A body whose check digit would be 10 does not exist: the next series of the same kind takes its place.
    private static string Number(int kind, string place) =>
        Enumerable
            .Range(0, 9)
            .SelectMany(series => Enumerable.Range(0, 10).Select(digit => $"31{(series * 10) + kind:00}{place}{digit}"))
            .First(number => OrganisationNumber.IsValid(number));
}
