using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Settlement.Contracts;
using MassTransit;

namespace IntegrationPlatform.Grants.Occupancy;

/// <summary>Keeps the stays from the other services' events.</summary>
public sealed class StayKeeper(GrantsDb db)
    : IConsumer<ResidentArrived>,
        IConsumer<ResidentSettled>,
        IConsumer<ResidentErased>
{
    /// <inheritdoc />
    public async Task Consume(ConsumeContext<ResidentArrived> context) =>
        (await StayOf(context.Message.ResidentId, context.CancellationToken)).Apply(context.Message);

    /// <inheritdoc />
    public async Task Consume(ConsumeContext<ResidentSettled> context) =>
        (await StayOf(context.Message.ResidentId, context.CancellationToken)).Apply(context.Message);

    /// <inheritdoc />
    public async Task Consume(ConsumeContext<ResidentErased> context) =>
        (await StayOf(context.Message.ResidentId, context.CancellationToken)).Erase();

    private async Task<Stay> StayOf(Guid resident, CancellationToken cancellation) =>
        await db.Stays.FindAsync([resident], cancellation) ?? db.Add(new Stay { ResidentId = resident }).Entity;
}
