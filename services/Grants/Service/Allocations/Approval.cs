namespace IntegrationPlatform.Grants.Allocations;

/// <summary>One person's approval of a payment; two different people are needed (GRA-10).</summary>
public sealed class Approval
{
    /// <summary>The allocation.</summary>
    public required Guid AllocationId { get; init; }

    /// <summary>The organisation's own reference to the person, in lower case; not an identity number.</summary>
    public required string Person { get; init; }

    /// <summary>The organisation that vouches for the person (ALL-2).</summary>
    public required string Organisation { get; init; }

    /// <summary>The client that sent it (ALL-2).</summary>
    public required string Client { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
