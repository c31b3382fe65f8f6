using IntegrationPlatform.Grants.Amounts;

namespace IntegrationPlatform.Grants.Allocations;

/// <summary>Money of a line promised to a cluster (GRA-5, GRA-10).</summary>
public sealed class Allocation
{
    /// <summary>The allocation's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The distribution that it came from: allocations made together share it.</summary>
    public required Guid DistributionId { get; init; }

    /// <summary>The line.</summary>
    public required Guid LineId { get; init; }

    /// <summary>The cluster.</summary>
    public required Guid ClusterId { get; init; }

    /// <summary>The residents it was counted by.</summary>
    public required long Residents { get; init; }

    /// <summary>The amount.</summary>
    public required Money Amount { get; init; }

    /// <summary>Where it stands.</summary>
    public AllocationState State { get; set; }

    /// <summary>The day it was made.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The people who approved its payment.</summary>
    public List<Approval> Approvals { get; init; } = [];
}

/// <summary>Where an allocation stands (GRA-10).</summary>
public enum AllocationState
{
    /// <summary>Promised; its payment waits for approval.</summary>
    Allocated,

    /// <summary>Two people approved: ordered to be paid.</summary>
    Ordered,

    /// <summary>Taken back; the money is on the line again.</summary>
    Withdrawn,
}
