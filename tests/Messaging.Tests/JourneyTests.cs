using IntegrationPlatform.Messaging.Tests.Support;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Messaging.Tests;

public sealed class JourneyTests
{
    [Fact]
    public async Task What_an_endpoint_publishes_reaches_consumer_and_saga()
    {
        var servers = await Servers.NewAsync();
        await using var shop = await Service.StartAsync<ShopDb>(
            servers,
            "shop",
            m => m.AddConsumer<Recorder>().AddSaga<OrderMachine, OrderState>()
        );
        var order = Guid.NewGuid();

        await shop.InScopeAsync(async scope =>
        {
            var db = scope.GetRequiredService<ShopDb>();
            await scope.GetRequiredService<IPublishEndpoint>().Publish(new OrderPlaced(order, 1));
            await db.SaveChangesAsync();
        });

        await Eventually.IsAsync(1, () => shop.QueryAsync(db => db.Effects.CountAsync(e => e.What == "placed")));
        await Eventually.IsAsync(1, () => shop.QueryAsync(db => db.Effects.CountAsync(e => e.What == "shipped")));
        Assert.Equal("Shipped", (await shop.QueryAsync(db => db.Orders.SingleAsync())).CurrentState);
    }
}
