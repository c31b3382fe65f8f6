using IntegrationPlatform.Messaging.Tests.Support;
using IntegrationPlatform.Tests.Support;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Messaging.Tests;

public sealed class RequestTests
{
    [Fact]
    public async Task A_request_is_answered_through_the_outbox_and_a_fault_comes_back()
    {
        await using var shop = await Service.StartAsync(await Servers.NewAsync(), m => m.AddConsumer<Pricing>());
        await shop.InScopeAsync(
            async (scope, _) =>
            {
                var client = scope.GetRequiredService<IScopedClientFactory>().CreateRequestClient<AskPrice>();
                var order = Guid.NewGuid();
                var answer = await client.GetResponse<Price>(new AskPrice(order));
                Assert.Equal(new Price(order, 12.50m), answer.Message);
                var fault = await Assert.ThrowsAsync<RequestFaultException>(() =>
                    client.GetResponse<Price>(new AskPrice(Guid.Empty))
                );
                Assert.Contains("no such order", fault.Message, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task A_saga_answers_a_request()
    {
        await using var shop = await Service.StartAsync(
            await Servers.NewAsync(),
            m => m.AddSaga<OrderMachine, OrderState>()
        );
        var order = Guid.NewGuid();
        await shop.PublishAsync(new OrderPlaced(order, 1));
        await Eventually.Becomes(1, () => shop.QueryAsync(db => db.Orders.CountAsync()));
        await shop.InScopeAsync(
            async (scope, _) =>
            {
                var client = scope.GetRequiredService<IScopedClientFactory>().CreateRequestClient<AskState>();
                var known = await client.GetResponse<StateOf>(new AskState(order));
                Assert.Equal("Open", known.Message.State);
                var unknown = await client.GetResponse<StateOf>(new AskState(Guid.NewGuid()));
                Assert.Equal("unknown", unknown.Message.State);
            }
        );
    }

    [Fact]
    public async Task A_consumer_sends_to_one_receiver()
    {
        var servers = await Servers.NewAsync();
        await using var raw = await RawBroker.ConnectAsync(servers.Broker);
        await raw.DeclareAsync("one-receiver");
        await using var shop = await Service.StartAsync(servers, m => m.AddConsumer<Forwarder>());
        var order = Guid.NewGuid();
        await shop.PublishAsync(new OrderPlaced(order, 7));
        var sent = await raw.TakeAsync("one-receiver");
        Assert.Equal(new OrderShipped(order, 7), Envelope.Message<OrderShipped>(sent.Body));
    }
}
