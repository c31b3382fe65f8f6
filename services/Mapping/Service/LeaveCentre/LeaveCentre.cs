using IntegrationPlatform.Hosting.Audit;
using IntegrationPlatform.Mapping.Deadline;
using IntegrationPlatform.Settlement.Contracts;
using MassTransit;

namespace IntegrationPlatform.Mapping.LeaveCentre;

/// <summary>A settled resident leaves the centre: the place is free, and no mapping is waited for (MAP-1, MAP-2).</summary>
public sealed class LeaveCentre(MappingDb db, TimeProvider clock) : IConsumer<ResidentSettled>
{
    /// <inheritdoc />
    public async Task Consume(ConsumeContext<ResidentSettled> context)
    {
        var settled = context.Message;
        var resident =
            await db.Residents.FindAsync([settled.ResidentId], context.CancellationToken)
            ?? throw new InvalidOperationException($"Resident {settled.ResidentId} was settled and never arrived.");
        resident.SettledOn ??= settled.SettledOn;
        db.Add(
            AuditEntry.OfPlatform(
                "settlement",
                nameof(ResidentSettled),
                Act.Changed,
                "MAP-1",
                resident.Id,
                clock.GetUtcNow()
            )
        );
        if (resident.MappingDueOn is not null)
        {
            await context.Publish(new DeadlineLifted(resident.Id, resident.ClusterId));
        }
    }
}
