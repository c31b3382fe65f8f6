using IntegrationPlatform.Grants.Contracts;
using IntegrationPlatform.Hosting.Tokens;

namespace IntegrationPlatform.Tests.Support;

/// <summary>A cluster with organisations of its own, so that tests of one service do not meet each other.</summary>
public sealed class TestCluster
{
    private static int _serial = 31_000_000;

    /// <summary>The cluster's id.</summary>
    public Guid Id { get; } = Guid.CreateVersion7();

    /// <summary>Organisation number of the host municipality.</summary>
    public string Municipality { get; } = NewOrganisation();

    /// <summary>Organisation number of the centre's operator.</summary>
    public string Centre { get; } = NewOrganisation();

    /// <summary>Organisation number of the career centre.</summary>
    public string CareerCentre { get; } = NewOrganisation();

    /// <summary>Organisation number of the NAV office.</summary>
    public string NavOffice { get; } = NewOrganisation();

    /// <summary>A valid organisation number that nobody else has in this run.</summary>
    public static string NewOrganisation()
    {
        while (true)
        {
            var serial = Interlocked.Increment(ref _serial);
            for (var check = 0; check <= 9; check++)
            {
                var number = FormattableString.Invariant($"{serial}{check}");
                if (OrganisationNumber.IsValid(number))
                {
                    return number;
                }
            }
        }
    }

    /// <summary>The event that establishes it.</summary>
    /// <param name="guidanceCapacity">Residents that the career centre guides at the same time.</param>
    /// <param name="version">The version of the details.</param>
    public ClusterEstablished Established(int guidanceCapacity = 100, int version = 1) =>
        new(
            Id,
            version,
            "4601",
            Municipality,
            Centre,
            CareerCentre,
            NavOffice,
            WholeCentre: true,
            Places: 200,
            guidanceCapacity,
            new DateOnly(2016, 10, 1),
            new DateOnly(2030, 12, 31)
        );
}
