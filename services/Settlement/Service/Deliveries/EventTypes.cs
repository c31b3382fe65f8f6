namespace IntegrationPlatform.Settlement.Deliveries;

/// <summary>The types of events that IMDinett receives; a change of meaning is a new version.</summary>
public static class EventTypes
{
    /// <summary>Everything that is handed over on acceptance (SET-4).</summary>
    public const string Transfer = "no.imdi.integrering.settlement-transfer.v1";

    /// <summary>Supplementary information from the cluster (SET-5).</summary>
    public const string Supplement = "no.imdi.integrering.settlement-supplement.v1";
}
