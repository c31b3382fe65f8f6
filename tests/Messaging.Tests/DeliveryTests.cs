using IntegrationPlatform.Messaging.Outbox;
using IntegrationPlatform.Messaging.Tests.Support;
using IntegrationPlatform.Tests.Support;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Messaging.Tests;

public sealed class DeliveryInDefaultSchema() : DeliveryTests(Subject.DefaultSchema);

public sealed class DeliveryInOwnSchema() : DeliveryTests(Subject.OwnSchema);

[Collection(ClusterCollection.Name)]
public sealed class DeliveryOnCluster() : DeliveryTests(Subject.OnCluster);

public abstract class DeliveryTests(Subject subject) : Compliance(subject)
{
    [Fact]
    public async Task What_an_endpoint_publishes_reaches_consumer_and_saga_and_leaves_the_outbox()
    {
        await using var shop = await StartAsync(m => m.AddConsumer<Recorder>().AddSaga<OrderMachine, OrderState>());
        await shop.PublishAsync(new OrderPlaced(Order, 1), new OrderPaid(Order));
        await Eventually.Becomes(1, () => shop.CountAsync(Order, "placed"));
        await Eventually.Becomes(1, () => shop.CountAsync(Order, "shipped"));
        await Eventually.Becomes(0, shop.InOutboxAsync);
    }

    [Fact]
    public async Task Nothing_leaves_before_the_commit_and_everything_right_after()
    {
        await using var shop = await StartAsync(m => m.AddConsumer<Recorder>().Options.Poll = TimeSpan.FromHours(1));
        await shop.InScopeAsync(
            async (scope, db) =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                await scope.GetRequiredService<IPublishEndpoint>().Publish(new OrderPlaced(Order, 1));
                await db.SaveChangesAsync();
                Assert.Equal(0, await shop.InOutboxAsync());
                await transaction.CommitAsync();
            }
        );
        await Eventually.Becomes(1, () => shop.CountAsync(Order, "placed"));

        // Woken as well when the save is the commit.
        await shop.PublishAsync(new OrderPlaced(Order, 2));
        await Eventually.Becomes(2, () => shop.CountAsync(Order, "placed"));
    }

    [Fact]
    public async Task What_is_rolled_back_is_never_sent()
    {
        await using var shop = await StartAsync(m => m.AddConsumer<Recorder>());
        await shop.InScopeAsync(
            async (scope, db) =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                await scope.GetRequiredService<IPublishEndpoint>().Publish(new OrderPlaced(Order, 1));
                await db.SaveChangesAsync();
            }
        );
        await shop.PublishAsync(new OrderPlaced(Order, 2));
        await Eventually.Becomes(1, () => shop.CountAsync(Order, "placed"));
        Assert.Equal(2, await shop.QueryAsync(db => db.Effects.Select(e => e.Number).SingleAsync()));
    }

    [Fact]
    public async Task Rows_of_a_dead_replica_leave_through_another()
    {
        var servers = await NewServersAsync();
        await using var wire = Wire.ToBroker(servers, out var wired);
        var dying = await StartAsync(wired, m => m.AddConsumer<Auditor>());
        wire.Cut();
        await dying.PublishAsync(new OrderShipped(Order, 1));
        await dying.DisposeAsync();
        await using var living = await StartAsync(servers, m => m.AddConsumer<Recorder>());
        await Eventually.Becomes(1, () => living.CountAsync(Order, "shipped"));
    }

    [Fact]
    public async Task A_job_outside_any_request_publishes_through_the_outbox()
    {
        await using var shop = await StartAsync(m => m.AddConsumer<Recorder>());
        await shop.InScopeAsync(
            async (scope, db) =>
            {
                await scope.GetRequiredService<IPublishEndpoint>().Publish(new OrderPlaced(Order, 1));
                Assert.Single(db.ChangeTracker.Entries<OutboxMessage>());
                await db.SaveChangesAsync();
            }
        );
        await Eventually.Becomes(1, () => shop.CountAsync(Order, "placed"));
    }

    [Fact]
    public async Task Unanswered_sends_are_bounded_by_the_batch()
    {
        const int Batch = 10;
        var servers = await NewServersAsync();
        await using var wire = Wire.ToBroker(servers, out var wired);
        await using var shop = await StartAsync(wired, m => m.AddConsumer<Recorder>().Options.BatchSize = Batch);
        var sends = new Sends();
        shop.Bus.ConnectSendObserver(sends);
        wire.Hold();
        await shop.PublishAsync([.. Enumerable.Range(0, 10 * Batch).Select(n => new OrderPlaced(Guid.NewGuid(), n))]);
        await Eventually.Becomes(Batch, () => Task.FromResult(sends.UnderWay));
        wire.Release();
        await Eventually.Becomes(10 * Batch, () => shop.QueryAsync(db => db.Effects.CountAsync()));
        Assert.Equal(Batch, sends.Most);
    }
}
