using IntegrationPlatform.Messaging.Tests.Support;
using IntegrationPlatform.Tests.Support;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Messaging.Tests;

public sealed class SharingTests
{
    [Fact]
    public async Task Two_services_share_servers_and_each_keeps_its_tables_in_a_schema_of_its_own()
    {
        var servers = await Servers.NewAsync();
        await using var store = await Service.StartAsync<StoreDb>(
            servers,
            "store",
            m => m.AddConsumer<Stocktaker>().AddSaga<ParcelMachine, ParcelState>()
        );
        await using var shop = await Service.StartAsync(servers, m => m.AddSaga<OrderMachine, OrderState>());
        var order = Guid.NewGuid();
        await shop.PublishAsync(new OrderPlaced(order, 1), new OrderPaid(order));
        await Eventually.Becomes(
            2,
            () =>
                store.QueryAsync(db =>
                    db.Database.SqlQuery<int>($"""select count(*)::int as "Value" from store.inbox""").SingleAsync()
                )
        );
        await Eventually.Becomes(
            "Final",
            () => shop.QueryAsync(db => db.Orders.Select(o => o.CurrentState).SingleAsync())
        );
    }
}

/// <summary>Another service's database, in a schema of its own.</summary>
public sealed class StoreDb(DbContextOptions<StoreDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("store");
        modelBuilder.AddMessaging();
        modelBuilder.AddSaga<ParcelState>("parcels");
    }
}

public sealed class ParcelState : SagaState;

/// <summary>Packs what was shipped.</summary>
public sealed class ParcelMachine : MassTransitStateMachine<ParcelState>
{
    public ParcelMachine()
    {
        InstanceState(p => p.CurrentState);
        Event(() => Shipped, e => e.CorrelateById(c => c.Message.OrderId));
        Initially(When(Shipped).TransitionTo(Packed));
    }

    public State Packed { get; private set; } = null!;

    public Event<OrderShipped> Shipped { get; private set; } = null!;
}

public sealed class Stocktaker : IConsumer<OrderShipped>
{
    public Task Consume(ConsumeContext<OrderShipped> context) => Task.CompletedTask;
}
