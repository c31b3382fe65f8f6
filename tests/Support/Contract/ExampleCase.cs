using IntegrationPlatform.Grants.Contracts;

namespace IntegrationPlatform.Tests.Support.Contract;

/// <summary>Who and what the examples of every service are about: one cluster, one household, one municipality.</summary>
public static class ExampleCase
{
    /// <summary>The cluster.</summary>
    public static readonly Guid Cluster = new("01991f3a-5c00-7000-8000-0000000000c1");

    /// <summary>The household.</summary>
    public static readonly Guid Household = new("01991f3a-5c00-7000-8000-0000000000b1");

    /// <summary>The resident.</summary>
    public static readonly Guid Resident = new("01991f3a-5c00-7000-8000-0000000000a1");

    /// <summary>Organisation number of the centre's operator.</summary>
    public const string Centre = "310101028";

    /// <summary>Organisation number of the host municipality.</summary>
    public const string HostMunicipality = "310202010";

    /// <summary>Organisation number of the career centre.</summary>
    public const string CareerCentre = "310303011";

    /// <summary>Organisation number of the NAV office.</summary>
    public const string NavOffice = "310404012";

    /// <summary>Organisation number of the settlement municipality.</summary>
    public const string SettlementMunicipality = "310505013";

    /// <summary>The event that establishes the cluster.</summary>
    public static ClusterEstablished Established { get; } =
        new(
            Cluster,
            Version: 1,
            "4601",
            HostMunicipality,
            Centre,
            CareerCentre,
            NavOffice,
            WholeCentre: true,
            Places: 120,
            GuidanceCapacity: 60,
            new DateOnly(2016, 10, 1),
            new DateOnly(2030, 12, 31)
        );
}
