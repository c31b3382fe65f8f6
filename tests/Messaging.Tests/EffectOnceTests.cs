using IntegrationPlatform.Messaging.Inbox;
using IntegrationPlatform.Messaging.Outbox;
using IntegrationPlatform.Messaging.Tests.Support;
using IntegrationPlatform.Tests.Support;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Messaging.Tests;

public sealed class EffectOnceTests
{
    private readonly Guid _order = Guid.NewGuid();

    [Fact]
    public async Task A_duplicate_does_nothing()
    {
        await using var shop = await Service.StartAsync(await Servers.NewAsync(), m => m.AddConsumer<Recorder>());
        var messageId = NewId.NextGuid();
        for (var i = 0; i < 5; i++)
        {
            await shop.Bus.Publish(new OrderPlaced(_order, 1), c => c.MessageId = messageId);
        }

        // Published behind the duplicates, to the same queue: when it is handled, so are they.
        await shop.Bus.Publish(new OrderShipped(_order, 2));
        await Eventually.Becomes(1, () => shop.CountAsync(_order, "shipped"));
        await Eventually.Becomes(2, () => shop.QueryAsync(db => db.Set<InboxMessage>().CountAsync()));
        Assert.Equal(1, await shop.CountAsync(_order, "placed"));
    }

    [Fact]
    public async Task Each_consumer_of_a_message_has_its_own_effect()
    {
        await using var shop = await Service.StartAsync(
            await Servers.NewAsync(),
            m => m.AddConsumer<Recorder>().AddConsumer<Auditor>()
        );
        await shop.PublishAsync(new OrderPlaced(_order, 1));
        await Eventually.Becomes(1, () => shop.CountAsync(_order, "placed"));
        await Eventually.Becomes(1, () => shop.CountAsync(_order, "audited"));
    }

    [Fact]
    public async Task A_failed_message_leaves_no_row_no_inbox_row_and_no_message()
    {
        var script = new Script { Fault = _ => new InvalidMessageException("No.") };
        await using var shop = await Service.StartAsync(
            await Servers.NewAsync(),
            m => m.AddConsumer<Scripted>().AddConsumer<Recorder>(),
            s => s.AddSingleton(script)
        );
        await shop.PublishAsync(new OrderPlaced(_order, 1));
        await Eventually.Becomes(1, () => shop.CountAsync(_order, "placed"));
        await Eventually.Holds("the message was tried", () => Task.FromResult(!script.Attempts.IsEmpty));
        Assert.Equal(0, await shop.CountAsync(_order, "scripted"));
        Assert.Equal(1, await shop.QueryAsync(db => db.Set<InboxMessage>().CountAsync()));
        await Eventually.Becomes(0, () => shop.QueryAsync(db => db.Set<OutboxMessage>().CountAsync()));
        Assert.Equal(0, await shop.CountAsync(_order, "shipped"));
    }

    [Fact]
    public async Task The_inbox_forgets_in_batches_what_is_older_than_its_window()
    {
        await using var shop = await Service.StartAsync(await Servers.NewAsync(), m => m.AddConsumer<Recorder>());
        await shop.QueryAsync(db =>
            db.Database.ExecuteSqlAsync(
                $"""
                insert into inbox (message_id, consumer_id, at)
                select gen_random_uuid(), gen_random_uuid(), now() - case when n <= 2500 then interval '8 days' else interval '6 days' end
                from generate_series(1, 2510) n
                """
            )
        );
        Assert.Equal(2500, await shop.Services.GetRequiredService<InboxCleanup<ShopDb>>().ForgetAsync(default));
        Assert.Equal(10, await shop.QueryAsync(db => db.Set<InboxMessage>().CountAsync()));
    }
}
