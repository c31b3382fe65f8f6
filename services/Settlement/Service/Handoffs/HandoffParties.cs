using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Parties;

namespace IntegrationPlatform.Settlement.Handoffs;

/// <summary>Who has a part in an accepted resident's case.</summary>
public static class HandoffParties
{
    /// <summary>
    /// The part in which the caller may act: the settlement municipality, or a party of the cluster that the resident
    /// comes from; null when the endpoint lets the caller in for neither. Nobody has a part in an erased resident's (ALL-1).
    /// </summary>
    public static Role? PartOf(this Handoff handoff, Caller caller, Cluster? cluster) =>
        handoff.Erased ? null
        : caller.IsLetIn(Role.SettlementMunicipality, handoff.Organisation) ? Role.SettlementMunicipality
        : cluster?.PartOf(caller);
}
