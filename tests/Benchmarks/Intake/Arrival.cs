namespace IntegrationPlatform.Benchmarks.Intake;

/// <summary>The business row of the intake service.</summary>
internal sealed class Arrival : ITimed
{
    public required Guid ArrivalId { get; init; }

    public required string Name { get; init; }

    public required string Municipality { get; init; }

    public required DateOnly ArrivedOn { get; init; }

    public required int Languages { get; init; }
}
