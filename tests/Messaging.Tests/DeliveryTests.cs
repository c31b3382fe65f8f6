using IntegrationPlatform.Messaging.Operations;
using IntegrationPlatform.Messaging.Outbox;
using IntegrationPlatform.Messaging.Tests.Support;
using IntegrationPlatform.Tests.Support;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Messaging.Tests;

public sealed class DeliveryTests
{
    private readonly Guid _order = Guid.NewGuid();

    [Fact]
    public async Task What_an_endpoint_publishes_reaches_consumer_and_saga()
    {
        await using var shop = await Service.StartAsync(
            await Servers.NewAsync(),
            m => m.AddConsumer<Recorder>().AddSaga<OrderMachine, OrderState>()
        );
        await shop.PublishAsync(new OrderPlaced(_order, 1), new OrderPaid(_order));
        await Eventually.Becomes(1, () => shop.CountAsync(_order, "placed"));
        await Eventually.Becomes(1, () => shop.CountAsync(_order, "shipped"));
        await Eventually.Becomes(0, () => shop.QueryAsync(db => db.Set<OutboxMessage>().CountAsync()));
    }

    [Fact]
    public async Task Nothing_leaves_before_the_commit_and_everything_right_after()
    {
        await using var shop = await Service.StartAsync(
            await Servers.NewAsync(),
            m => m.AddConsumer<Recorder>().Options.Poll = TimeSpan.FromHours(1)
        );
        await shop.InScopeAsync(
            async (scope, db) =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                await scope.GetRequiredService<IPublishEndpoint>().Publish(new OrderPlaced(_order, 1));
                await db.SaveChangesAsync();
                Assert.Equal(0, await shop.QueryAsync(other => other.Set<OutboxMessage>().CountAsync()));
                await transaction.CommitAsync();
            }
        );
        await Eventually.Becomes(1, () => shop.CountAsync(_order, "placed"));

        // Woken as well when the save is the commit.
        await shop.PublishAsync(new OrderPlaced(_order, 2));
        await Eventually.Becomes(2, () => shop.CountAsync(_order, "placed"));
    }

    [Fact]
    public async Task What_is_rolled_back_is_never_sent()
    {
        await using var shop = await Service.StartAsync(await Servers.NewAsync(), m => m.AddConsumer<Recorder>());
        await shop.InScopeAsync(
            async (scope, db) =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                await scope.GetRequiredService<IPublishEndpoint>().Publish(new OrderPlaced(_order, 1));
                await db.SaveChangesAsync();
            }
        );
        await shop.PublishAsync(new OrderPlaced(_order, 2));
        await Eventually.Becomes(1, () => shop.CountAsync(_order, "placed"));
        Assert.Equal(2, await shop.QueryAsync(db => db.Effects.Select(e => e.Number).SingleAsync()));
    }

    [Fact]
    public async Task Rows_of_a_dead_replica_leave_through_another()
    {
        var servers = await Servers.NewAsync();
        await using var wire = Wire.ToBroker(servers, out var wired);
        var dying = await Service.StartAsync(wired, m => m.AddConsumer<Auditor>());
        wire.Cut();
        await dying.PublishAsync(new OrderShipped(_order, 1));
        await dying.DisposeAsync();
        await using var living = await Service.StartAsync(servers, m => m.AddConsumer<Recorder>());
        await Eventually.Becomes(1, () => living.CountAsync(_order, "shipped"));
    }

    [Fact]
    public async Task A_dead_broker_burns_no_attempts_and_nothing_is_lost()
    {
        var servers = await Servers.NewAsync();
        await using var wire = Wire.ToBroker(servers, out var wired);
        await using var shop = await Service.StartAsync(
            wired,
            m =>
            {
                m.AddConsumer<Recorder>();
                m.Options.SendTimeout = TimeSpan.FromMilliseconds(300);
                m.Options.AttemptsBeforeParking = 1;
            }
        );
        wire.Cut();
        for (var n = 0; n < 20; n++)
        {
            await shop.PublishAsync(new OrderPlaced(_order, n));
        }

        // Long enough for several rounds without an answer.
        await Eventually.Holds("the oldest row has waited for a while", async () => await LagAsync(shop) > 4);
        Assert.Equal(20, await shop.QueryAsync(db => db.Set<OutboxMessage>().CountAsync(m => m.Attempts == 0)));
        wire.Mend();
        await Eventually.Becomes(20, () => shop.CountAsync(_order, "placed"), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_paused_broker_burns_no_attempts_and_nothing_is_lost()
    {
        var servers = await Servers.NewAsync();
        await using var wire = Wire.ToBroker(servers, out var wired);
        await using var shop = await Service.StartAsync(
            wired,
            m =>
            {
                m.AddConsumer<Recorder>();
                m.Options.SendTimeout = TimeSpan.FromMilliseconds(300);
                m.Options.AttemptsBeforeParking = 1;
            }
        );
        wire.Hold();
        await shop.PublishAsync(new OrderPlaced(_order, 1), new OrderPlaced(Guid.NewGuid(), 2));
        // Longer than a send may take, and than the question whether the broker answers others.
        await Eventually.Holds("the rows have waited", async () => await LagAsync(shop) > 8);
        Assert.Equal(2, await shop.QueryAsync(db => db.Set<OutboxMessage>().CountAsync(m => m.Attempts == 0)));
        wire.Release();
        await Eventually.Becomes(1, () => shop.CountAsync(_order, "placed"), TimeSpan.FromMinutes(1));
        Assert.Equal(0, (await shop.Services.GetRequiredService<IOutboxDesk>().ReportAsync(default)).Parked);
    }

    [Fact]
    public async Task What_one_transaction_publishes_leaves_in_its_order()
    {
        var servers = await Servers.NewAsync();
        await using var raw = await RawBroker.ConnectAsync(servers.Broker);
        await raw.DeclareAsync("in-order");
        await using var shop = await Service.StartAsync(servers, _ => { });
        await shop.InScopeAsync(
            async (scope, db) =>
            {
                var queue = await scope
                    .GetRequiredService<ISendEndpointProvider>()
                    .GetSendEndpoint(new Uri("exchange:in-order"));
                for (var n = 0; n < 50; n++)
                {
                    db.Add(
                        new Effect
                        {
                            About = _order,
                            What = "row",
                            Number = n,
                        }
                    );
                    await queue.Send(new OrderPlaced(_order, n));
                }

                await db.SaveChangesAsync();
            }
        );
        for (var n = 0; n < 50; n++)
        {
            Assert.Equal(n, Envelope.Message<OrderPlaced>((await raw.TakeAsync("in-order")).Body).Number);
        }
    }

    [Fact]
    public async Task A_dead_database_sends_no_message_to_the_error_queue_and_nothing_is_lost()
    {
        var servers = await Servers.NewAsync();
        await using var raw = await RawBroker.ConnectAsync(servers.Broker);
        await using var wire = Wire.ToDatabase(servers, out var wired);
        await using var shop = await Service.StartAsync(wired, m => m.AddConsumer<Recorder>());
        wire.Cut();
        for (var n = 0; n < 20; n++)
        {
            await shop.Bus.Publish(new OrderPlaced(_order, n));
        }

        // More often than the tries that a fault of the messages' own would get.
        await Eventually.Holds("all were tried many times", () => Task.FromResult(wire.Refused > 200));
        wire.Mend();
        await Eventually.Becomes(20, () => shop.CountAsync(_order, "placed"), TimeSpan.FromMinutes(1));
        Assert.Equal(-1, await raw.CountAsync("shop-recorder_error"));
    }

    [Fact]
    public async Task A_service_starts_without_its_broker_and_connects_when_it_comes()
    {
        var servers = await Servers.NewAsync();
        await using var wire = Wire.ToBroker(servers, out var wired, cut: true);
        await using var shop = await Service.StartAsync(wired, m => m.AddConsumer<Recorder>(), waitForBroker: false);
        await shop.PublishAsync(new OrderPlaced(_order, 1));
        wire.Mend();
        await shop.ConnectedAsync();
        await shop.PublishAsync(new OrderPlaced(_order, 2));
        await Eventually.Holds("what is published arrives", async () => await shop.CountAsync(_order, "placed") >= 1);
    }

    [Fact]
    public async Task A_service_connects_to_whichever_node_of_a_cluster_answers()
    {
        var servers = await Servers.NewAsync();
        await using var wire = Wire.ToBroker(servers, out var dead, cut: true);
        var cluster = servers with { Broker = $"{dead.Broker},{servers.Broker}" };
        await using var shop = await Service.StartAsync(cluster, m => m.AddConsumer<Recorder>());
        await shop.PublishAsync(new OrderPlaced(_order, 1));
        await Eventually.Becomes(1, () => shop.CountAsync(_order, "placed"));
        Assert.Empty(await shop.Services.GetRequiredService<ErrorQueues>().CountAsync(default));
    }

    [Fact]
    public async Task A_refused_message_is_parked_seen_and_sent_again_with_its_id()
    {
        var servers = await Servers.NewAsync();
        await using var raw = await RawBroker.ConnectAsync(servers.Broker);
        await using var shop = await Service.StartAsync(
            servers,
            m =>
            {
                m.AddConsumer<Recorder>();
                m.Options.AttemptsBeforeParking = 2;
                m.Options.LongestWait = TimeSpan.FromMilliseconds(100);
            }
        );
        var messageId = NewId.NextGuid();
        await shop.InScopeAsync(
            async (scope, db) =>
            {
                var queue = await scope
                    .GetRequiredService<ISendEndpointProvider>()
                    .GetSendEndpoint(new Uri("exchange:nobody-listens"));
                await queue.Send(new OrderPlaced(_order, 1), c => c.MessageId = messageId);
                await db.SaveChangesAsync();
            }
        );
        var desk = shop.Services.GetRequiredService<IOutboxDesk>();
        await Eventually.Becomes(1L, async () => (await desk.ReportAsync(default)).Parked);
        var parked = Assert.Single(await desk.ParkedAsync(default));
        Assert.Equal((messageId, 2), (parked.MessageId, parked.Attempts));

        // It holds up nobody else.
        await shop.PublishAsync(new OrderPlaced(_order, 2));
        await Eventually.Becomes(1, () => shop.CountAsync(_order, "placed"));

        await raw.DeclareAsync("nobody-listens");
        Assert.Equal(1, await desk.RedriveAsync(default));
        Assert.Equal(messageId.ToString(), (await raw.TakeAsync("nobody-listens")).BasicProperties.MessageId);
        await Eventually.Becomes(0, () => shop.QueryAsync(db => db.Set<OutboxMessage>().CountAsync()));
    }

    [Fact]
    public async Task Messages_of_one_entity_leave_in_write_order_with_three_dispatchers()
    {
        const int Entities = 10;
        const int Each = 30;
        var servers = await Servers.NewAsync();
        await using var raw = await RawBroker.ConnectAsync(servers.Broker);
        await raw.DeclareAsync("ordered");
        void Configure(MessagingBuilder<ShopDb> m)
        {
            m.Options.BatchSize = 7;
            m.Options.Poll = TimeSpan.FromMilliseconds(50);
        }

        await using var one = await Service.StartAsync(servers, Configure);
        await using var two = await Service.StartAsync(servers, Configure);
        await using var three = await Service.StartAsync(servers, Configure);
        Service<ShopDb>[] replicas = [one, two, three];
        Guid[] entities = [.. Enumerable.Range(0, Entities).Select(_ => Guid.NewGuid())];
        await Task.WhenAll(
            entities.Select(
                async (entity, e) =>
                {
                    for (var n = 0; n < Each; n++)
                    {
                        await replicas[(e + n) % replicas.Length]
                            .SendAsync("exchange:ordered", new OrderPlaced(entity, n));
                    }
                }
            )
        );

        var seen = entities.ToDictionary(e => e, _ => new List<int>());
        for (var n = 0; n < Entities * Each; n++)
        {
            var order = Envelope.Message<OrderPlaced>((await raw.TakeAsync("ordered")).Body);
            seen[order.OrderId].Add(order.Number);
        }

        Assert.All(seen.Values, numbers => Assert.Equal(Enumerable.Range(0, Each), numbers));
    }

    [Fact]
    public async Task A_job_outside_any_request_publishes_through_the_outbox()
    {
        await using var shop = await Service.StartAsync(await Servers.NewAsync(), m => m.AddConsumer<Recorder>());
        await shop.InScopeAsync(
            async (scope, db) =>
            {
                await scope.GetRequiredService<IPublishEndpoint>().Publish(new OrderPlaced(_order, 1));
                Assert.Single(db.ChangeTracker.Entries<OutboxMessage>());
                await db.SaveChangesAsync();
            }
        );
        await Eventually.Becomes(1, () => shop.CountAsync(_order, "placed"));
    }

    private static async Task<double> LagAsync(Service<ShopDb> shop) =>
        (await shop.Services.GetRequiredService<IOutboxDesk>().ReportAsync(default)).OldestSeconds;
}
