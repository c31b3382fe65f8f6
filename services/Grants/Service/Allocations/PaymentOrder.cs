using IntegrationPlatform.Grants.Amounts;

namespace IntegrationPlatform.Grants.Allocations;

/// <summary>The order to pay an allocation to the host municipality (GRA-10).</summary>
public sealed class PaymentOrder
{
    /// <summary>The order's id.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The allocation; each is ordered once at most.</summary>
    public required Guid AllocationId { get; init; }

    /// <summary>Organisation number of the payee.</summary>
    public required string Payee { get; init; }

    /// <summary>The amount.</summary>
    public required Money Amount { get; init; }

    /// <summary>The day it was ordered.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The day it was stopped, if the cluster was revoked before it was paid (GRA-4).</summary>
    public DateOnly? StoppedOn { get; set; }
}
