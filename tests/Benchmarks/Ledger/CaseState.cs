using IntegrationPlatform.Messaging;

namespace IntegrationPlatform.Benchmarks.Ledger;

/// <summary>The stored state of a case.</summary>
internal sealed class CaseState : SagaState
{
    public string? Municipality { get; set; }

    public int? Places { get; set; }
}
