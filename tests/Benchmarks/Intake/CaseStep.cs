namespace IntegrationPlatform.Benchmarks.Intake;

/// <summary>The business row behind an event of a case.</summary>
internal sealed class CaseStep
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required bool Signature { get; init; }

    public required string Municipality { get; init; }
}
