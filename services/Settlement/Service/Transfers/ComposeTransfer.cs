using System.Text.Json;
using IntegrationPlatform.Hosting.Audit;
using IntegrationPlatform.Hosting.Sealing;
using IntegrationPlatform.Settlement.Deliveries;
using IntegrationPlatform.Settlement.Handoffs;
using MassTransit;

namespace IntegrationPlatform.Settlement.Transfers;

/// <summary>Composes the transfer event from the collected sections and queues it for IMDinett (SET-4).</summary>
public sealed class ComposeTransfer<TMessage>(SettlementDb db, SectionSeal seal, TimeProvider clock)
    : SagaActivity<Transfer, TMessage>
    where TMessage : class
{
    /// <inheritdoc />
    protected override async Task DoAsync(BehaviorContext<Transfer, TMessage> context)
    {
        var transfer = context.Saga;
        var handoff =
            await db.Handoffs.LockAsync(transfer.CorrelationId, context.CancellationToken)
            ?? throw new InvalidOperationException($"Handoff {transfer.CorrelationId} does not exist.");
        var content = new TransferContent(
            Competence: transfer.Competence is not null,
            Note: transfer.Note is not null,
            Programme: transfer.Programme is not null
        );
        if (!handoff.Erased)
        {
            var data = TransferData.Of(
                handoff,
                Open(transfer.Competence),
                Open(transfer.Note),
                Open(transfer.Programme)
            );
            var cloudEvent = handoff.NextEvent(EventTypes.Transfer, data, clock.GetUtcNow());
            db.Add(Delivery.Of(cloudEvent, handoff, seal));
            db.Add(
                AuditEntry.OfPlatform(
                    "settlement",
                    EventTypes.Transfer,
                    Act.Sent,
                    "SET-4",
                    handoff.ResidentId,
                    clock.GetUtcNow()
                )
            );
        }

        handoff.Transferring(content);
        (transfer.Competence, transfer.Note, transfer.Programme) = (null, null, null);
    }

    private JsonElement? Open(string? section) => section is null ? null : seal.Open<JsonElement>(section);
}
