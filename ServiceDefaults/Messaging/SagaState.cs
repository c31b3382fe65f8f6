using MassTransit;

namespace IntegrationPlatform.Messaging;

/// <summary>
/// The stored state of a saga: one row, locked while a message is handled. A finished saga keeps its row, so that a
/// late or repeated first event does not start the case again.
/// </summary>
public abstract class SagaState : SagaStateMachineInstance
{
    /// <summary>The saga's id.</summary>
    public Guid CorrelationId { get; set; }

    /// <summary>The name of the state it is in.</summary>
    public string CurrentState { get; set; } = "Initial";

    /// <summary>The row's version (<c>xmin</c>), the second guard behind the lock.</summary>
    public uint RowVersion { get; set; }
}
