using IntegrationPlatform.Settlement.Handoffs;
using MassTransit;

namespace IntegrationPlatform.Settlement.ProgrammeStarts;

/// <summary>Marks a handoff whose programme window closed without a start.</summary>
public sealed class FlagLateStart(SettlementDb db) : SagaActivity<ProgrammeStartWait, ProgrammeWindowClosed>
{
    /// <inheritdoc />
    protected override async Task DoAsync(BehaviorContext<ProgrammeStartWait, ProgrammeWindowClosed> context)
    {
        var handoff = await db.Handoffs.LockOfAsync(context.Saga.CorrelationId, context.CancellationToken);
        handoff?.WindowClosed();
    }
}
