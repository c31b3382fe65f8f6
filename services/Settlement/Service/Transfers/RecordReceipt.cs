using IntegrationPlatform.Settlement.Contracts;
using MassTransit;

namespace IntegrationPlatform.Settlement.Transfers;

/// <summary>Records IMDinett's receipt on the handoff and tells the other services.</summary>
public sealed class RecordReceipt<TMessage>(SettlementDb db) : SagaActivity<Transfer, TMessage>
    where TMessage : class
{
    /// <inheritdoc />
    protected override async Task DoAsync(BehaviorContext<Transfer, TMessage> context)
    {
        var on = context.Saga.ReceivedOn!.Value;
        var handoff =
            await db.Handoffs.LockAsync(context.Saga.CorrelationId, context.CancellationToken)
            ?? throw new InvalidOperationException($"Handoff {context.Saga.CorrelationId} does not exist.");
        handoff.Transferred(on);
        await context.Publish(
            new ResidentTransferred(handoff.ResidentId, handoff.ClusterId, handoff.Municipality, on),
            context.CancellationToken
        );
    }
}
