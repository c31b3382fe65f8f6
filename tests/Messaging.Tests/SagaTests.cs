using IntegrationPlatform.Messaging.Tests.Support;
using IntegrationPlatform.Tests.Support;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Messaging.Tests;

public sealed class SagasInDefaultSchema() : SagaTests(Subject.DefaultSchema);

public sealed class SagasInOwnSchema() : SagaTests(Subject.OwnSchema);

[Collection(ClusterCollection.Name)]
public sealed class SagasOnCluster() : SagaTests(Subject.OnCluster);

public abstract class SagaTests(Subject subject) : Compliance(subject)
{
    [Fact]
    public async Task A_finished_saga_stays_and_a_late_first_message_does_not_start_it_again()
    {
        await using var shop = await StartAsync(m => m.AddConsumer<Recorder>().AddSaga<OrderMachine, OrderState>());
        await shop.PublishAsync(new OrderPlaced(Order, 1), new OrderPaid(Order));
        await Eventually.Becomes(1, () => shop.CountAsync(Order, "shipped"));

        await shop.PublishAsync(new OrderPlaced(Order, 2));
        await Eventually.Becomes(2, () => shop.CountAsync(Order, "placed"));
        // Two orders and a payment at the saga, two orders and a shipment at the recorder: all are handled.
        await Eventually.Becomes(6, shop.InInboxAsync);
        Assert.Equal(1, await shop.CountAsync(Order, "shipped"));
        var saga = await shop.QueryAsync(db => db.Orders.SingleAsync());
        Assert.Equal(("Final", 1), (saga.CurrentState, saga.Number));
    }

    [Fact]
    public async Task A_saga_ends_in_the_same_state_whatever_the_order_and_however_often()
    {
        const int Orders = 40;
        await using var shop = await StartAsync(m => m.AddConsumer<Recorder>().AddSaga<OrderMachine, OrderState>());
        var random = new Random(20160704);
        Guid[] orders = [.. Enumerable.Range(0, Orders).Select(_ => Guid.NewGuid())];
        var sends = orders
            .SelectMany(order =>
            {
                (object Message, Guid Id)[] events =
                [
                    (new OrderPlaced(order, 5), Guid.NewGuid()),
                    (new OrderPaid(order), Guid.NewGuid()),
                ];
                return events.SelectMany(e => Enumerable.Repeat(e, random.Next(1, 4)));
            })
            .ToArray();
        random.Shuffle(sends);
        await Task.WhenAll(
            sends.Select(s => shop.Bus.Publish(s.Message, s.Message.GetType(), c => c.MessageId = s.Id))
        );
        await Eventually.Becomes(
            Orders,
            () => shop.QueryAsync(db => db.Orders.CountAsync(o => o.CurrentState == "Final" && o.Number == 5))
        );
        await Eventually.Becomes(Orders, () => shop.QueryAsync(db => db.Effects.CountAsync(e => e.What == "shipped")));
        Assert.Equal(Orders, await shop.QueryAsync(db => db.Orders.CountAsync()));
    }
}
