using IntegrationPlatform.Hosting.Audit;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Settlement.Handoffs;
using IntegrationPlatform.Settlement.Households;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement.Erasure;

/// <summary>
/// Removes everything personal about an erased resident (ALL-1): sealed sections, events and outcomes; what has not been
/// sent is not sent, and nobody is told of the resident any more. Which municipality settled how many stays.
/// </summary>
public sealed class EraseResident(SettlementDb db, TimeProvider clock) : IConsumer<ResidentErased>
{
    /// <inheritdoc />
    public async Task Consume(ConsumeContext<ResidentErased> context)
    {
        var id = context.Message.ResidentId;
        var cancellation = context.CancellationToken;
        var member = await db.Members.LockAsync(id, cancellation) ?? db.Add(new Member { ResidentId = id }).Entity;
        member.Erase();
        db.Add(AuditEntry.OfPlatform("mapping", nameof(ResidentErased), Act.Erased, "ALL-1", id, clock.GetUtcNow()));
        var handoff = await db.Handoffs.LockOfAsync(id, cancellation);
        handoff?.Erase();
        await db
            .Transfers.Where(t => t.ResidentId == id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(t => t.Competence, (string?)null)
                        .SetProperty(t => t.Note, (string?)null)
                        .SetProperty(t => t.Programme, (string?)null),
                cancellation
            );
        await db.Elements.Where(e => e.ResidentId == id).ExecuteDeleteAsync(cancellation);
        await db.Notices.Where(n => n.Subject == id).ExecuteDeleteAsync(cancellation);
        foreach (
            var delivery in await db
                .Deliveries.FromSql($"select * from deliveries where resident_id = {id} for update")
                .ToListAsync(cancellation)
        )
        {
            delivery.Erase();
        }
    }
}
