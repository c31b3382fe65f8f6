using IntegrationPlatform.Grants.Contracts;
using IntegrationPlatform.Parties;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Guidance.Queue;

/// <summary>
/// Offers free places to those who are next, whenever a place may have become free: a case left, or the cluster became
/// known or changed its capacity (GUI-2). Keeps the copy of the clusters, too, so that both happen at once.
/// </summary>
public sealed class CareerCentreQueue(GuidanceDb db)
    : IConsumer<PlaceLeft>,
        IConsumer<ClusterEstablished>,
        IConsumer<ClusterRevoked>
{
    private readonly ClusterCopy<GuidanceDb> _copy = new(db);

    /// <inheritdoc />
    public Task Consume(ConsumeContext<PlaceLeft> context) => OfferAsync(context, context.Message.ClusterId);

    /// <inheritdoc />
    public async Task Consume(ConsumeContext<ClusterEstablished> context)
    {
        await db.LockPlacesAsync(context.Message.ClusterId, context.CancellationToken);
        await _copy.Consume(context);
        await OfferAsync(context, context.Message.ClusterId);
    }

    /// <inheritdoc />
    public Task Consume(ConsumeContext<ClusterRevoked> context) => _copy.Consume(context);

    private async Task OfferAsync(ConsumeContext context, Guid clusterId)
    {
        await db.LockPlacesAsync(clusterId, context.CancellationToken);
        var free = await db.FreePlacesAsync(clusterId, context.CancellationToken);
        var next = await db.QueuedCases(clusterId)
            .Select(c => c.CorrelationId)
            .Take(Math.Max(free, 0))
            .ToListAsync(context.CancellationToken);
        foreach (var resident in next)
        {
            await context.Publish(new PlaceOffered(resident), context.CancellationToken);
        }
    }
}
