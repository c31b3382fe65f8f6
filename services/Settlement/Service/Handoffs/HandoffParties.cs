using IntegrationPlatform.Parties;

namespace IntegrationPlatform.Settlement.Handoffs;

/// <summary>Who has a part in an accepted resident's case.</summary>
public static class HandoffParties
{
    /// <summary>True for the settlement municipality.</summary>
    public static bool IsMunicipality(this Handoff handoff, string organisation) =>
        handoff.Organisation == organisation;

    /// <summary>True for the cluster's party with one of these parts.</summary>
    public static bool IsCluster(this Cluster? cluster, string organisation, params ReadOnlySpan<Part> parts) =>
        cluster is not null && cluster.Lets(organisation, parts);
}
