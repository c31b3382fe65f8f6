using IntegrationPlatform.Messaging.Inbox;
using IntegrationPlatform.Messaging.Tests.Support;
using IntegrationPlatform.Tests.Support;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Messaging.Tests;

public sealed class EffectOnceInDefaultSchema() : EffectOnceTests(Subject.DefaultSchema);

public sealed class EffectOnceInOwnSchema() : EffectOnceTests(Subject.OwnSchema);

[Collection(ClusterCollection.Name)]
public sealed class EffectOnceOnCluster() : EffectOnceTests(Subject.OnCluster);

public abstract class EffectOnceTests(Subject subject) : Compliance(subject)
{
    [Fact]
    public async Task A_duplicate_does_nothing()
    {
        await using var shop = await StartAsync(m => m.AddConsumer<Recorder>());
        var messageId = NewId.NextGuid();
        for (var i = 0; i < 5; i++)
        {
            await shop.Bus.Publish(new OrderPlaced(Order, 1), c => c.MessageId = messageId);
        }

        // Published behind the duplicates, to the same queue: when it is handled, so are they.
        await shop.Bus.Publish(new OrderShipped(Order, 2));
        await Eventually.Becomes(1, () => shop.CountAsync(Order, "shipped"));
        await Eventually.Becomes(2, shop.InInboxAsync);
        Assert.Equal(1, await shop.CountAsync(Order, "placed"));
    }

    [Fact]
    public async Task Duplicates_that_race_on_two_replicas_have_one_effect()
    {
        const int Copies = 40;
        var servers = await NewServersAsync();
        await using var one = await StartAsync(servers, m => m.AddConsumer<Recorder>());
        await using var two = await StartAsync(servers, m => m.AddConsumer<Recorder>());
        var received = new Received();
        one.Bus.ConnectReceiveObserver(received);
        two.Bus.ConnectReceiveObserver(received);
        var messageId = NewId.NextGuid();
        await Task.WhenAll(
            Enumerable
                .Range(0, Copies)
                .Select(_ => one.Bus.Publish(new OrderPlaced(Order, 1), c => c.MessageId = messageId))
        );
        await Eventually.Becomes(Copies, () => Task.FromResult(received.Count(messageId)));
        Assert.Equal(1, await one.CountAsync(Order, "placed"));
    }

    [Fact]
    public async Task A_message_that_comes_back_because_its_acknowledgement_was_lost_does_nothing()
    {
        var servers = await NewServersAsync();
        await using var raw = await RawBroker.ConnectAsync(servers.Broker);
        await using var wire = Wire.ToBroker(servers, out var wired);
        var script = new Script();
        await using var shop = await StartAsync(wired, m => m.AddConsumer<Scripted>(), s => s.AddSingleton(script));
        var received = new Received();
        shop.Bus.ConnectReceiveObserver(received);
        // From here on nothing reaches the broker: the effect commits, the acknowledgement does not arrive.
        script.Fault = _ =>
        {
            wire.Hold();
            return null;
        };
        var messageId = Guid.NewGuid();
        await raw.PutAsync("shop-scripted", Envelope.Of(new OrderPlaced(Order, 1), messageId), messageId);
        await Eventually.Becomes(1, () => shop.CountAsync(Order, "scripted"));
        script.Fault = _ => null;
        wire.Cut();
        wire.Release();
        wire.Mend();

        await Eventually.Becomes(2, () => Task.FromResult(received.Count(messageId)));
        Assert.Equal([messageId], script.Attempts);
        Assert.Equal(1, await shop.CountAsync(Order, "scripted"));
    }

    [Fact]
    public async Task Each_consumer_of_a_message_has_its_own_effect()
    {
        await using var shop = await StartAsync(m => m.AddConsumer<Recorder>().AddConsumer<Auditor>());
        await shop.PublishAsync(new OrderPlaced(Order, 1));
        await Eventually.Becomes(1, () => shop.CountAsync(Order, "placed"));
        await Eventually.Becomes(1, () => shop.CountAsync(Order, "audited"));
    }

    [Fact]
    public async Task A_failed_message_leaves_no_row_no_inbox_row_and_no_message()
    {
        var script = new Script { Fault = _ => new InvalidMessageException("No.") };
        await using var shop = await StartAsync(
            m => m.AddConsumer<Scripted>().AddConsumer<Recorder>(),
            s => s.AddSingleton(script)
        );
        await shop.PublishAsync(new OrderPlaced(Order, 1));
        await Eventually.Becomes(1, () => shop.CountAsync(Order, "placed"));
        await Eventually.Holds("the message was tried", () => Task.FromResult(!script.Attempts.IsEmpty));
        Assert.Equal(0, await shop.CountAsync(Order, "scripted"));
        Assert.Equal(1, await shop.InInboxAsync());
        await Eventually.Becomes(0, shop.InOutboxAsync);
        Assert.Equal(0, await shop.CountAsync(Order, "shipped"));
    }

    [Fact]
    public async Task A_step_that_cannot_commit_leaves_the_saga_as_it_was_and_sends_nothing()
    {
        var servers = await NewServersAsync();
        await using var raw = await RawBroker.ConnectAsync(servers.Broker);
        await raw.DeclareAsync(CounterMachine.Receiver);
        await using var shop = await StartAsync(servers, m => m.AddSaga<CounterMachine, CounterState>());
        await shop.PublishAsync(new OrderStepped(Order));
        await raw.TakeAsync(CounterMachine.Receiver);
        await shop.QueryAsync(db => db.Counters.ExecuteUpdateAsync(c => c.SetProperty(s => s.Count, ShopDb.MostSteps)));

        await shop.PublishAsync(new OrderStepped(Order));

        await Eventually.Becomes(1, () => raw.CountAsync("shop-counter-state_error"));
        Assert.Equal(ShopDb.MostSteps, await shop.QueryAsync(db => db.Counters.Select(c => c.Count).SingleAsync()));
        Assert.Equal((0, 0), (await shop.InOutboxAsync(), await raw.CountAsync(CounterMachine.Receiver)));
    }

    [Fact]
    public async Task The_inbox_forgets_in_batches_what_is_older_than_its_window()
    {
        await using var shop = await StartAsync(m => m.AddConsumer<Recorder>());
        await shop.QueryAsync(db =>
        {
            var sql = $"""
                insert into {db.Table<InboxMessage>()} (message_id, consumer_id, at)
                select gen_random_uuid(), gen_random_uuid(), now() - case when n <= 2500 then interval '8 days' else interval '6 days' end
                from generate_series(1, 2510) n
                """;
            return db.Database.ExecuteSqlRawAsync(sql);
        });
        Assert.Equal(2500, await shop.ForgetAsync());
        Assert.Equal(10, await shop.InInboxAsync());
    }
}
