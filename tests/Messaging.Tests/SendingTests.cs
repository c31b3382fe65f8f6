using IntegrationPlatform.Messaging.Tests.Support;
using IntegrationPlatform.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Messaging.Tests;

/// <summary>Endpoint, consumer and saga publish and send alike: through the outbox. (They answer in <see cref="RequestTests"/>.)</summary>
public sealed class SendingTests() : Compliance(Subject.DefaultSchema)
{
    private const string Receiver = "one-receiver";

    [Fact]
    public async Task An_endpoint_publishes_to_all_and_sends_to_one()
    {
        var (servers, raw) = await WithReceiverAsync(Receiver);
        await using var _ = raw;
        await using var shop = await StartAsync(servers, m => m.AddConsumer<Recorder>().AddConsumer<Auditor>());
        await shop.PublishAsync(new OrderPlaced(Order, 1));
        await shop.SendAsync($"exchange:{Receiver}", new OrderPlaced(Order, 2));
        await Eventually.Becomes(1, () => shop.CountAsync(Order, "placed"));
        await Eventually.Becomes(1, () => shop.CountAsync(Order, "audited"));
        Assert.Equal(2, Envelope.Message<OrderPlaced>((await raw.TakeAsync(Receiver)).Body).Number);
    }

    [Fact]
    public async Task A_consumer_publishes_to_all_and_sends_to_one()
    {
        var (servers, raw) = await WithReceiverAsync(Receiver);
        await using var _ = raw;
        await using var shop = await StartAsync(
            servers,
            m => m.AddConsumer<Scripted>().AddConsumer<Forwarder>().AddConsumer<Recorder>(),
            s => s.AddSingleton(new Script())
        );
        await shop.PublishAsync(new OrderPlaced(Order, 7));
        await Eventually.Becomes(1, () => shop.CountAsync(Order, "shipped"));
        Assert.Equal(new OrderShipped(Order, 7), Envelope.Message<OrderShipped>((await raw.TakeAsync(Receiver)).Body));
    }

    [Fact]
    public async Task A_saga_publishes_to_all_and_sends_to_one()
    {
        var (servers, raw) = await WithReceiverAsync(CounterMachine.Receiver);
        await using var _ = raw;
        await using var shop = await StartAsync(
            servers,
            m => m.AddSaga<OrderMachine, OrderState>().AddSaga<CounterMachine, CounterState>().AddConsumer<Recorder>()
        );
        await shop.PublishAsync(new OrderPlaced(Order, 1), new OrderPaid(Order), new OrderStepped(Order));
        await Eventually.Becomes(1, () => shop.CountAsync(Order, "shipped"));
        Assert.Equal(
            new OrderShipped(Order, 1),
            Envelope.Message<OrderShipped>((await raw.TakeAsync(CounterMachine.Receiver)).Body)
        );
    }

    private async Task<(Servers Servers, RawBroker Raw)> WithReceiverAsync(string queue)
    {
        var servers = await NewServersAsync();
        var raw = await RawBroker.ConnectAsync(servers.Broker);
        await raw.DeclareAsync(queue);
        return (servers, raw);
    }
}
