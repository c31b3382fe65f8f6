namespace IntegrationPlatform.Benchmarks.Ledger;

/// <summary>The row that an event becomes in the other service's database.</summary>
internal sealed class Entry : ITimed
{
    public required Guid ArrivalId { get; init; }

    public required string Municipality { get; init; }

    public required DateOnly ArrivedOn { get; init; }

    public required int Languages { get; init; }
}
