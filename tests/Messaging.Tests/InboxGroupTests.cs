using IntegrationPlatform.Messaging.Tests.Support;
using IntegrationPlatform.Tests.Support;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Messaging.Tests;

/// <summary>Messages about one entity wait in one lane; what has gathered there shares a transaction.</summary>
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
        var commits = await shop.QueryAsync(db =>
            db.Database.SqlQuery<int>(
                    $"""select count(distinct xmin::text)::int as "Value" from "Effects" where "What" = 'scripted'"""
                )
                .SingleAsync()
        );
        Assert.InRange(commits, 1, Many / 3);
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

    /// <summary>Holds the first message until all have come to the lane.</summary>
    private async Task GatherAsync(Servers servers, Service shop, IEnumerable<Guid> ids)
    {
        var fault = _script.Fault;
        _script.Fault = context =>
        {
            _open.Wait(TimeSpan.FromMinutes(1));
            return fault(context);
        };
        foreach (var id in ids)
        {
            await shop.Bus.Publish(new OrderPlaced(Order, 1), context => context.MessageId = id);
        }

        await using var raw = await RawBroker.ConnectAsync(servers.Broker);
        await Eventually.Becomes(0, () => raw.CountAsync(Queue));
        _open.Set();
    }

    private static Task<int> OrdersAsync(Service shop, Guid order) =>
        shop.QueryAsync(db =>
            db.Customers.Where(c => c.Name == order.ToString()).Select(c => c.Orders).SingleOrDefaultAsync()
        );

    private Task<Service> StartScriptedAsync(Servers servers) =>
        StartAsync(
            servers,
            m =>
            {
                m.AddConsumer<Scripted>().AddConsumer<Recorder>();
                // The lane waits for the message that is held.
                m.Options.LongestGroup = TimeSpan.FromMinutes(1);
                m.Options.GroupLockWait = TimeSpan.FromMinutes(1);
            },
            services => services.AddSingleton(_script)
        );
}
