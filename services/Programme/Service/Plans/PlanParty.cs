namespace IntegrationPlatform.Programme.Plans;

/// <summary>Who agrees a plan (PRO-3).</summary>
public enum PlanParty
{
    /// <summary>The resident; the centre records it on the resident's behalf.</summary>
    Resident,

    /// <summary>The host municipality.</summary>
    HostMunicipality,
}
