using IntegrationPlatform.Mapping.Contracts;
using MassTransit;

namespace IntegrationPlatform.Settlement.Households;

/// <summary>Learns households and permits from Mapping's events.</summary>
public sealed class HouseholdCopy(SettlementDb db) : IConsumer<ResidentArrived>, IConsumer<PermitDecided>
{
    /// <inheritdoc />
    public async Task Consume(ConsumeContext<ResidentArrived> context)
    {
        var id = context.Message.HouseholdId;
        if (await db.Households.FindAsync([id], context.CancellationToken) is null)
        {
            db.Add(new Household { Id = id });
        }

        (await MemberAsync(context.Message.ResidentId, context.CancellationToken)).Apply(context.Message);
    }

    /// <inheritdoc />
    public async Task Consume(ConsumeContext<PermitDecided> context) =>
        (await MemberAsync(context.Message.ResidentId, context.CancellationToken)).Apply(context.Message);

    private async Task<Member> MemberAsync(Guid residentId, CancellationToken cancellation) =>
        await db.Members.LockAsync(residentId, cancellation) ?? db.Add(new Member { ResidentId = residentId }).Entity;
}
