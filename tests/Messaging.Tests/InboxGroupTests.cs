using IntegrationPlatform.Messaging.Inbox;
using IntegrationPlatform.Messaging.Tests.Support;
using IntegrationPlatform.Tests.Support;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Messaging.Tests;

/// <summary>What gathers while others are handled shares a transaction; messages about one entity are handled in turn.</summary>
public sealed class InboxGroupTests() : Compliance(Subject.DefaultSchema), IDisposable
{
    private const string Queue = "shop-scripted";
    private const int Many = 60;
    private const int Bad = 40;
    private readonly Script _script = new();
    private readonly ManualResetEventSlim _open = new();

    public void Dispose() => _open.Dispose();

    [Fact]
    public async Task Messages_that_wait_share_a_commit_and_each_has_its_effect_and_its_inbox_row()
    {
        var servers = await NewServersAsync();
        await using var shop = await StartScriptedAsync(servers);
        await GatherAsync(servers, shop, Enumerable.Range(1, Many).Select(_ => NewId.NextGuid()));

        await Eventually.Becomes(Many, () => shop.CountAsync(Order, "shipped"));
        Assert.Equal(Many, await shop.CountAsync(Order, "scripted"));
        Assert.Equal(Many, _script.Attempts.Count);
        Assert.Equal(3 * Many, await shop.InInboxAsync());
        Assert.InRange(await CommitsAsync(shop), 1, Many / 3);
    }

    [Fact]
    public async Task Messages_about_different_entities_share_commits_as_long_as_none_waits_longer_than_the_patience()
    {
        var servers = await NewServersAsync();
        await using var shop = await StartScriptedAsync(servers, options => options.Patience = TimeSpan.FromMinutes(1));
        await GatherAsync(servers, shop, Enumerable.Range(1, Many).Select(_ => NewId.NextGuid()), about: id => id);

        await Eventually.Becomes(Many, () => ScriptedAsync(shop));
        Assert.InRange(await CommitsAsync(shop), 1, Many / 3);
    }

    [Fact]
    public async Task A_burst_after_messages_that_came_one_by_one_begins_with_small_groups()
    {
        const int Singles = 12;
        var servers = await NewServersAsync();
        await using var shop = await StartScriptedAsync(servers, options => options.Patience = TimeSpan.FromMinutes(1));
        for (var i = 1; i <= Singles; i++)
        {
            await PublishAsync(shop, NewId.NextGuid(), Guid.NewGuid());
            await Eventually.Becomes(i, () => ScriptedAsync(shop));
        }

        await GatherAsync(servers, shop, Enumerable.Range(1, Many).Select(_ => NewId.NextGuid()), about: id => id);
        await Eventually.Becomes(Singles + Many, () => ScriptedAsync(shop));
        // Of 2, 3, 4 …: from 13 on it would be five.
        Assert.InRange(await CommitsAsync(shop) - Singles, 10, Many / 3);
    }

    [Fact]
    public async Task A_group_that_takes_long_commits_what_it_has_handled_and_the_rest_wait_for_the_next()
    {
        await using var shop = await StartScriptedAsync(await NewServersAsync());
        var options = shop.Services.GetRequiredService<MessagingOptions>();
        options.Patience = TimeSpan.FromMinutes(1);
        var crew = shop.Services.GetRequiredService<InboxCrews<ShopDb>>().Of("a consumer");
        var (alone, handled, left) = (Enter(), Enter(), Enter());

        Assert.Null(await alone.TurnAsync());
        alone.Handled(well: true);
        Assert.NotNull(await handled.TurnAsync());
        options.LongestGroup = TimeSpan.Zero;
        handled.Handled(well: true);

        Assert.True(await handled.CommittedAsync().WaitAsync(TimeSpan.FromMinutes(1)));
        // Its turn comes in no group, so nothing is noted yet.
        Assert.Null(await left.TurnAsync());
        var noted = await shop.QueryAsync(db => db.Set<InboxMessage>().Select(m => m.MessageId).ToListAsync());
        Assert.Equal([handled.Key.MessageId], noted);

        InboxEntry Enter() => crew.Enter(new InboxKey(NewId.NextGuid(), Guid.NewGuid()), entity: Guid.NewGuid());
    }

    [Fact]
    public async Task While_a_message_takes_long_others_are_handled_but_none_about_the_same_entity()
    {
        var servers = await NewServersAsync();
        await using var shop = await StartScriptedAsync(servers);
        var (longest, same, other) = (NewId.NextGuid(), NewId.NextGuid(), NewId.NextGuid());
        _script.Fault = context =>
        {
            if (context.MessageId == longest)
            {
                _open.Wait(TimeSpan.FromMinutes(1));
            }

            return null;
        };
        await PublishAsync(shop, longest, Order);
        await Eventually.Becomes(1, () => Task.FromResult(_script.Attempts.Count));
        await PublishAsync(shop, same, Order);
        await PublishAsync(shop, other, other);

        await Eventually.Becomes(1, () => shop.CountAsync(other, "scripted"));
        Assert.DoesNotContain(same, _script.Attempts);
        _open.Set();
        await Eventually.Becomes(2, () => shop.CountAsync(Order, "scripted"));
        Assert.Equal([longest, other, same], _script.Attempts);
    }

    [Fact]
    public async Task A_consumer_handles_as_many_messages_at_the_same_time_as_it_may_and_no_more()
    {
        const int AtOnce = 3;
        var servers = await NewServersAsync();
        await using var shop = await StartScriptedAsync(servers, options => options.Concurrency = AtOnce);
        var (now, most) = (0, 0);
        _script.Fault = _ =>
        {
            lock (_open)
            {
                most = Math.Max(most, ++now);
                if (now == AtOnce)
                {
                    _open.Set();
                }
            }

            _open.Wait(TimeSpan.FromMinutes(1));
            // Long enough for one too many to come, if it may.
            Thread.Sleep(20);
            lock (_open)
            {
                now--;
            }

            return null;
        };
        for (var i = 0; i < Many; i++)
        {
            await PublishAsync(shop, NewId.NextGuid(), Guid.NewGuid());
        }

        await Eventually.Becomes(Many, () => ScriptedAsync(shop));
        Assert.Equal(AtOnce, most);
    }

    [Fact]
    public async Task A_message_that_fails_takes_nothing_from_the_others_of_its_group()
    {
        var servers = await NewServersAsync();
        await using var raw = await RawBroker.ConnectAsync(servers.Broker);
        await using var shop = await StartScriptedAsync(servers);
        var ids = Enumerable.Range(1, Many).Select(_ => NewId.NextGuid()).ToList();
        _script.Fault = context => context.MessageId == ids[Bad] ? new InvalidMessageException("Never.") : null;
        await GatherAsync(servers, shop, ids);

        await Eventually.Becomes(1, () => raw.CountAsync($"{Queue}_error"));
        await Eventually.Becomes(Many - 1, () => shop.CountAsync(Order, "shipped"));
        Assert.Equal(Many - 1, await shop.CountAsync(Order, "scripted"));
        Assert.Single(_script.Attempts, ids[Bad]);
        Assert.InRange(_script.Attempts.Count, Many + 1, 2 * Many);
    }

    [Fact]
    public async Task A_message_that_is_in_a_group_twice_has_one_effect()
    {
        var servers = await NewServersAsync();
        await using var shop = await StartScriptedAsync(servers);
        var twice = NewId.NextGuid();
        await GatherAsync(
            servers,
            shop,
            Enumerable.Range(1, Many).Select(n => n > Many / 2 ? twice : NewId.NextGuid())
        );

        await Eventually.Becomes((Many / 2) + 1, () => shop.CountAsync(Order, "shipped"));
        Assert.Equal((Many / 2) + 1, await shop.CountAsync(Order, "scripted"));
        Assert.Single(_script.Attempts, twice);
    }

    [Fact]
    public async Task Messages_that_wait_for_a_locked_row_hold_up_no_others_and_lose_nothing()
    {
        await using var shop = await StartAsync(m =>
        {
            m.AddConsumer<CustomerCount>();
            m.Options.Concurrency = 1;
            m.Options.GroupLockWait = TimeSpan.FromMilliseconds(50);
        });
        var other = Guid.NewGuid();
        await shop.InScopeAsync(
            async (_, db) =>
            {
                db.Add(new Customer { Name = Order.ToString() });
                await db.SaveChangesAsync();
                await using var holds = await db.Database.BeginTransactionAsync();
                await db.Customers.ExecuteUpdateAsync(c => c.SetProperty(r => r.Orders, 0));
                // More than may have a transaction at the same time would wait for the lock in any case.
                for (var i = 0; i < 20; i++)
                {
                    await shop.Bus.Publish(new OrderPlaced(Order, i));
                }

                await shop.Bus.Publish(new OrderPlaced(other, 1));
                await Eventually.Becomes(1, () => OrdersAsync(shop, other));
                Assert.Equal(0, await OrdersAsync(shop, Order));
                await holds.CommitAsync();
            }
        );
        await Eventually.Becomes(20, () => OrdersAsync(shop, Order));
    }

    /// <summary>Holds the first message until all have come.</summary>
    private async Task GatherAsync(Servers servers, Service shop, IEnumerable<Guid> ids, Func<Guid, Guid>? about = null)
    {
        var fault = _script.Fault;
        _script.Fault = context =>
        {
            _open.Wait(TimeSpan.FromMinutes(1));
            return fault(context);
        };
        foreach (var id in ids)
        {
            await PublishAsync(shop, id, about?.Invoke(id) ?? Order);
        }

        await using var raw = await RawBroker.ConnectAsync(servers.Broker);
        await Eventually.Becomes(0, () => raw.CountAsync(Queue));
        _open.Set();
    }

    private static Task PublishAsync(Service shop, Guid id, Guid about) =>
        shop.Bus.Publish(new OrderPlaced(about, 1), context => context.MessageId = id);

    private static Task<int> ScriptedAsync(Service shop) =>
        shop.QueryAsync(db => db.Effects.CountAsync(e => e.What == "scripted"));

    private static Task<int> CommitsAsync(Service shop) =>
        shop.QueryAsync(db =>
            db.Database.SqlQuery<int>(
                    $"""select count(distinct xmin::text)::int as "Value" from "Effects" where "What" = 'scripted'"""
                )
                .SingleAsync()
        );

    private static Task<int> OrdersAsync(Service shop, Guid order) =>
        shop.QueryAsync(db =>
            db.Customers.Where(c => c.Name == order.ToString()).Select(c => c.Orders).SingleOrDefaultAsync()
        );

    private Task<Service> StartScriptedAsync(Servers servers, Action<MessagingOptions>? set = null) =>
        StartAsync(
            servers,
            m =>
            {
                m.AddConsumer<Scripted>().AddConsumer<Recorder>();
                // Nothing goes past the message that is held.
                m.Options.LongestGroup = TimeSpan.FromMinutes(1);
                m.Options.GroupLockWait = TimeSpan.FromMinutes(1);
                set?.Invoke(m.Options);
            },
            services => services.AddSingleton(_script)
        );
}
