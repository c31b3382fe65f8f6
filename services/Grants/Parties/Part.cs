namespace IntegrationPlatform.Parties;

/// <summary>An organisation's part in a cluster (S1; NAV from S3).</summary>
public enum Part
{
    /// <summary>The host municipality.</summary>
    HostMunicipality,

    /// <summary>The operator of the integration reception centre.</summary>
    Centre,

    /// <summary>The county career centre.</summary>
    CareerCentre,

    /// <summary>The NAV office.</summary>
    NavOffice,
}
