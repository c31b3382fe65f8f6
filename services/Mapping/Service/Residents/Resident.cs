using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Mapping.Contracts;

namespace IntegrationPlatform.Mapping.Residents;

/// <summary>A resident's stay at a centre (MAP-1). Who it is stands only in <see cref="SealedIdentity"/>.</summary>
public sealed class Resident
{
    /// <summary>The resident's id on the platform.</summary>
    public required Guid Id { get; init; }

    /// <summary>The household that moves together (SET-8).</summary>
    public required Guid HouseholdId { get; init; }

    /// <summary>The cluster whose centre registered the arrival.</summary>
    public required Guid ClusterId { get; init; }

    /// <summary>The day of arrival.</summary>
    public required DateOnly ArrivedOn { get; init; }

    /// <summary>The age group on the day of arrival.</summary>
    public required AgeGroup AgeGroup { get; init; }

    /// <summary>The blind index of the DUF number; null after erasure.</summary>
    public required byte[]? DufIndex { get; set; }

    /// <summary>The <see cref="Identity"/>, sealed with the resident's key.</summary>
    public required byte[] SealedIdentity { get; init; }

    /// <summary>Who registered the arrival.</summary>
    public required Attribution Registered { get; init; }

    /// <summary>The permit status by the newest decision, at first by registration.</summary>
    public required PermitStatus Permit { get; set; }

    /// <summary>The day of the newest decision; null while none is registered.</summary>
    public DateOnly? PermitDecidedOn { get; set; }

    /// <summary>The last day on which a mapping is in time (MAP-2); null for a child.</summary>
    public DateOnly? MappingDueOn { get; set; }

    /// <summary>1 for the deadline set at arrival; each exception is one more.</summary>
    public int DeadlineRevision { get; set; }

    /// <summary>The newest version of the mapping; 0 while none was submitted.</summary>
    public int MappingVersion { get; set; }

    /// <summary>The day the resident was settled and the place became free.</summary>
    public DateOnly? SettledOn { get; set; }

    /// <summary>The day the resident's data was erased.</summary>
    public DateOnly? ErasedOn { get; set; }

    /// <summary>Who had it erased.</summary>
    public Attribution? Erased { get; set; }
}
