namespace IntegrationPlatform.Hosting.Access;

/// <summary>What an endpoint is about: a caller's role is the one in relation to it.</summary>
public enum Case
{
    /// <summary>Nobody's case: reference data, policy.</summary>
    None,

    /// <summary>
    /// What is the caller's own: a list or report, which is empty for whoever has nothing; without roles, whatever an
    /// organisation keeps here itself.
    /// </summary>
    Own,

    /// <summary>A resident.</summary>
    Resident,

    /// <summary>People who move together (SET-8).</summary>
    Household,

    /// <summary>A request to a municipality to settle a household (SET-3).</summary>
    SettlementRequest,

    /// <summary>A cluster.</summary>
    Cluster,

    /// <summary>A round in which hosts are chosen (GRA-1).</summary>
    Round,

    /// <summary>A year's appropriation (GRA-5).</summary>
    Appropriation,

    /// <summary>An allocation of money to a cluster (GRA-9).</summary>
    Allocation,

    /// <summary>An event on its way to IMDinett (SET-4).</summary>
    Delivery,
}
