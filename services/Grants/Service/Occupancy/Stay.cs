using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Settlement.Contracts;

namespace IntegrationPlatform.Grants.Occupancy;

/// <summary>
/// A resident's stay at a cluster's centre, as far as money is counted by it (GRA-5): an id and two days, no identity.
/// Its events may come in any order and repeated.
/// </summary>
public sealed class Stay
{
    /// <summary>The resident's id.</summary>
    public required Guid ResidentId { get; init; }

    /// <summary>The cluster; null while the arrival is not known.</summary>
    public Guid? ClusterId { get; private set; }

    /// <summary>The day of arrival; null while it is not known.</summary>
    public DateOnly? ArrivedOn { get; private set; }

    /// <summary>The day of settlement; null while the resident lives there.</summary>
    public DateOnly? SettledOn { get; private set; }

    /// <summary>The resident was erased (ALL-1): the row holds nothing more and takes in nothing more.</summary>
    public bool Erased { get; private set; }

    /// <summary>Takes in the arrival.</summary>
    public void Apply(ResidentArrived arrived)
    {
        if (!Erased)
        {
            (ClusterId, ArrivedOn) = (arrived.ClusterId, arrived.ArrivedOn);
        }
    }

    /// <summary>Takes in the settlement.</summary>
    public void Apply(ResidentSettled settled)
    {
        if (!Erased)
        {
            SettledOn = settled.SettledOn;
        }
    }

    /// <summary>Forgets the stay (ALL-1); what was paid by it stays in the ledger.</summary>
    public void Erase() => (ClusterId, ArrivedOn, SettledOn, Erased) = (null, null, null, true);
}
