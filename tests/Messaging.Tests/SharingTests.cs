using IntegrationPlatform.Messaging.Tests.Support;
using IntegrationPlatform.Tests.Support;

namespace IntegrationPlatform.Messaging.Tests;

public sealed class SharingTests
{
    [Fact]
    public async Task Two_services_share_one_database_and_one_broker_and_each_has_its_own_tables_and_queues()
    {
        var order = Guid.NewGuid();
        var servers = await Servers.NewAsync();
        await using var store = await Subject.OwnSchema.StartAsync(
            servers,
            m => m.AddConsumer<Recorder>().AddSaga<OrderMachine, OrderState>(),
            name: "store"
        );
        await using var shop = await Subject.DefaultSchema.StartAsync(servers, m => m.AddConsumer<Recorder>());
        await shop.PublishAsync(new OrderPlaced(order, 1), new OrderPaid(order));

        // The store's saga ships; both services hear all of it, and neither hears for the other.
        foreach (var service in new[] { shop, store })
        {
            await Eventually.Becomes(1, () => service.CountAsync(order, "placed"));
            await Eventually.Becomes(1, () => service.CountAsync(order, "shipped"));
            await Eventually.Becomes(0, service.InOutboxAsync);
        }

        Assert.Equal((2, 4), (await shop.InInboxAsync(), await store.InInboxAsync()));
    }
}
