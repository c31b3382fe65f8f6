using IntegrationPlatform.Mapping.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement.Households;

/// <summary>Learns households and permits from Mapping's events.</summary>
public sealed class HouseholdCopy(SettlementDb db) : IConsumer<ResidentArrived>, IConsumer<PermitDecided>
{
    /// <inheritdoc />
    public async Task Consume(ConsumeContext<ResidentArrived> context)
    {
        // A family arrives at once: its members' messages race for the household's row, and one statement settles it.
        await db.Database.ExecuteSqlAsync(
            $"insert into households (id) values ({context.Message.HouseholdId}) on conflict do nothing",
            context.CancellationToken
        );
        (await MemberAsync(context.Message.ResidentId, context.CancellationToken)).Apply(context.Message);
    }

    /// <inheritdoc />
    public async Task Consume(ConsumeContext<PermitDecided> context) =>
        (await MemberAsync(context.Message.ResidentId, context.CancellationToken)).Apply(context.Message);

    private async Task<Member> MemberAsync(Guid residentId, CancellationToken cancellation) =>
        await db.Members.LockAsync(residentId, cancellation) ?? db.Add(new Member { ResidentId = residentId }).Entity;
}
