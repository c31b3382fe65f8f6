using IntegrationPlatform.Grants.Contracts;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Parties;

/// <summary>Keeps a service's copy of the clusters.</summary>
public sealed class ClusterCopy<TDb>(TDb db) : IConsumer<ClusterEstablished>, IConsumer<ClusterRevoked>
    where TDb : DbContext
{
    /// <inheritdoc />
    public async Task Consume(ConsumeContext<ClusterEstablished> context) =>
        (await CopyOf(context.Message.ClusterId, context.CancellationToken)).Apply(context.Message);

    /// <inheritdoc />
    public async Task Consume(ConsumeContext<ClusterRevoked> context) =>
        (await CopyOf(context.Message.ClusterId, context.CancellationToken)).Apply(context.Message);

    private async Task<Cluster> CopyOf(Guid id, CancellationToken cancellation) =>
        await db.Set<Cluster>().FindAsync([id], cancellation) ?? db.Add(new Cluster { Id = id }).Entity;
}

/// <summary>Maps the copy.</summary>
public static class ClusterModel
{
    /// <summary>Adds the table of clusters; call it from <c>OnModelCreating</c>.</summary>
    public static ModelBuilder AddClusters(this ModelBuilder model) =>
        model.Entity<Cluster>(cluster =>
        {
            cluster.ToTable("clusters");
            cluster.Property(c => c.Id).ValueGeneratedNever();
        });
}
