using IntegrationPlatform.Mapping.Contracts;

namespace IntegrationPlatform.Settlement.Households;

/// <summary>
/// What settlement knows of a resident: household, age group and permit, never identity (ALL-1). Fed by events in any
/// order: the newest arrival and the newest decision hold, and an erasure is final.
/// </summary>
public sealed class Member
{
    /// <summary>The resident's id.</summary>
    public required Guid ResidentId { get; init; }

    /// <summary>The household; null while only a decision is known.</summary>
    public Guid? HouseholdId { get; private set; }

    /// <summary>The cluster; null while only a decision is known.</summary>
    public Guid? ClusterId { get; private set; }

    /// <summary>The day of arrival; null while only a decision is known.</summary>
    public DateOnly? ArrivedOn { get; private set; }

    /// <summary>Age on arrival, coarse; null while only a decision is known.</summary>
    public AgeGroup? AgeGroup { get; private set; }

    /// <summary>The permit status that the centre registered on arrival.</summary>
    public PermitStatus? PermitOnArrival { get; private set; }

    /// <summary>UDI's newest decision.</summary>
    public PermitStatus? PermitDecision { get; private set; }

    /// <summary>The day of <see cref="PermitDecision"/>.</summary>
    public DateOnly? PermitDecidedOn { get; private set; }

    /// <summary>True when the resident's data was erased.</summary>
    public bool Erased { get; private set; }

    /// <summary>The permit status that holds: a decision stands above what was registered on arrival.</summary>
    public PermitStatus? Permit => PermitDecision ?? PermitOnArrival;

    /// <summary>True when the resident can be settled.</summary>
    public bool HasPermit => Permit == PermitStatus.Granted;

    /// <summary>Takes in an arrival unless a newer one is known.</summary>
    public void Apply(ResidentArrived arrived)
    {
        if (Erased || arrived.ArrivedOn <= ArrivedOn)
        {
            return;
        }

        (HouseholdId, ClusterId, ArrivedOn) = (arrived.HouseholdId, arrived.ClusterId, arrived.ArrivedOn);
        (AgeGroup, PermitOnArrival) = (arrived.AgeGroup, arrived.Permit);
    }

    /// <summary>Takes in a decision unless a newer one is known; of two on one day the refusal holds.</summary>
    public void Apply(PermitDecided decided)
    {
        var newer = PermitDecidedOn is null || decided.DecidedOn > PermitDecidedOn;
        var stricter = decided.DecidedOn == PermitDecidedOn && decided.Permit > PermitDecision;
        if (!Erased && (newer || stricter))
        {
            (PermitDecision, PermitDecidedOn) = (decided.Permit, decided.DecidedOn);
        }
    }

    /// <summary>Forgets everything but that there was somebody, so that a late event does not bring it back.</summary>
    public void Erase()
    {
        Erased = true;
        (AgeGroup, PermitOnArrival, PermitDecision) = (null, null, null);
        (ArrivedOn, PermitDecidedOn, ClusterId) = (null, null, null);
    }
}
