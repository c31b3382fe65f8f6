using IntegrationPlatform.Messaging.Outbox;
using IntegrationPlatform.Messaging.Tests.Support;
using IntegrationPlatform.Tests.Support;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Messaging.Tests;

public sealed class OrderInDefaultSchema() : OrderTests(Subject.DefaultSchema);

public sealed class OrderInOwnSchema() : OrderTests(Subject.OwnSchema);

[Collection(ClusterCollection.Name)]
public sealed class OrderOnCluster() : OrderTests(Subject.OnCluster);

/// <summary>Order in which messages leave, as a consumer without MassTransit sees it.</summary>
public abstract class OrderTests(Subject subject) : Compliance(subject)
{
    private const string Receiver = CounterMachine.Receiver;
    private const int Lines = 10;
    private const int Each = 30;
    private readonly Guid[] _lines = [.. Enumerable.Range(0, Lines).Select(_ => Guid.NewGuid())];
    private readonly Random _random = new(20160704);

    [Fact]
    public async Task What_one_transaction_sends_leaves_in_its_order()
    {
        var servers = await NewServersAsync();
        await using var raw = await RawBroker.ConnectAsync(servers.Broker);
        await raw.DeclareAsync(Receiver);
        await using var shop = await StartAsync(servers, _ => { });
        await shop.InScopeAsync(
            async (scope, db) =>
            {
                var receiver = await scope
                    .GetRequiredService<ISendEndpointProvider>()
                    .GetSendEndpoint(new Uri($"exchange:{Receiver}"));
                for (var n = 1; n <= Each; n++)
                {
                    db.Add(new Effect { About = Order, What = "row" });
                    await receiver.Send(new OrderShipped(Order, n));
                }

                await db.SaveChangesAsync();
            }
        );
        Assert.Equal(Enumerable.Range(1, Each), (await SeenAsync(raw, Each))[Order]);
    }

    [Fact]
    public async Task A_refused_message_whose_next_attempt_is_due_leaves_before_the_later_ones_of_its_line()
    {
        var servers = await NewServersAsync();
        await using var raw = await RawBroker.ConnectAsync(servers.Broker);
        await raw.DeclareAsync(Receiver);
        await using var shop = await StartAsync(servers, _ => { });
        await shop.InScopeAsync(
            async (scope, db) =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                var receiver = await scope
                    .GetRequiredService<ISendEndpointProvider>()
                    .GetSendEndpoint(new Uri($"exchange:{Receiver}"));
                await receiver.Send(new OrderShipped(Order, 1));
                await receiver.Send(new OrderShipped(Order, 2));
                await db.SaveChangesAsync();
                var refused = await db.Set<OutboxMessage>()
                    .OrderBy(m => m.Position)
                    .Take(1)
                    .ExecuteUpdateAsync(row =>
                        row.SetProperty(m => m.Due, DateTimeOffset.UtcNow.AddSeconds(-1))
                            .SetProperty(m => m.Attempts, 1)
                    );
                Assert.Equal(1, refused);
                await transaction.CommitAsync();
            }
        );
        Assert.Equal([1, 2], (await SeenAsync(raw, 2))[Order]);
    }

    [Fact]
    public async Task Messages_of_one_entity_leave_in_write_order_with_three_dispatchers()
    {
        var servers = await NewServersAsync();
        await using var raw = await RawBroker.ConnectAsync(servers.Broker);
        await raw.DeclareAsync(Receiver);
        await using var one = await StartAsync(servers, Small);
        await using var two = await StartAsync(servers, Small);
        await using var three = await StartAsync(servers, Small);
        Service[] replicas = [one, two, three];
        // Each line is written by whichever replica comes next, ten lines at the same time.
        var writers = _lines.Select(_ => Enumerable.Range(0, Each).Select(_ => replicas[_random.Next(3)]).ToArray());
        await Task.WhenAll(
            writers
                .Zip(_lines)
                .Select(async pair =>
                {
                    foreach (var (n, replica) in pair.First.Index())
                    {
                        await replica.SendAsync($"exchange:{Receiver}", new OrderShipped(pair.Second, n + 1));
                    }
                })
                .ToList()
        );

        Assert.All((await SeenAsync(raw, Lines * Each)).Values, seen => Assert.Equal(Enumerable.Range(1, Each), seen));
    }

    [Fact]
    public async Task Messages_of_one_saga_leave_in_write_order_with_three_dispatchers()
    {
        var servers = await NewServersAsync();
        await using var raw = await RawBroker.ConnectAsync(servers.Broker);
        await raw.DeclareAsync(Receiver);
        await using var one = await StartAsync(servers, Counting);
        await using var two = await StartAsync(servers, Counting);
        await using var three = await StartAsync(servers, Counting);
        var steps = _lines.SelectMany(line => Enumerable.Repeat(line, Each)).ToArray();
        _random.Shuffle(steps);

        await Task.WhenAll(steps.Select(line => one.Bus.Publish(new OrderStepped(line))));

        Assert.All((await SeenAsync(raw, Lines * Each)).Values, seen => Assert.Equal(Enumerable.Range(1, Each), seen));
    }

    [Fact]
    public async Task An_outage_does_not_change_the_order_of_a_line()
    {
        var servers = await NewServersAsync();
        await using var raw = await RawBroker.ConnectAsync(servers.Broker);
        await raw.DeclareAsync(Receiver);
        await using var wire = Wire.ToBroker(servers, out var wired);
        await using var shop = await StartAsync(
            wired,
            m =>
            {
                Small(m);
                m.Options.LongestWait = TimeSpan.FromMilliseconds(200);
            }
        );
        foreach (var n in Enumerable.Range(1, Each))
        {
            await Task.WhenAll(
                _lines.Select(line => shop.SendAsync($"exchange:{Receiver}", new OrderShipped(line, n)))
            );
            if (n == Each / 3)
            {
                wire.Cut();
            }
            else if (n == Each * 2 / 3)
            {
                wire.Mend();
            }
        }

        await Eventually.Becomes(0, shop.InOutboxAsync);
        var sent = await raw.CountAsync(Receiver);
        // What was on its way when the wire was cut may be there twice; its receiver's inbox knows it.
        Assert.All(
            (await SeenAsync(raw, (int)sent)).Values,
            seen => Assert.Equal(Enumerable.Range(1, Each), seen.Distinct())
        );
    }

    private static void Small(Setup setup)
    {
        setup.Options.BatchSize = 7;
        setup.Options.Poll = TimeSpan.FromMilliseconds(50);
    }

    private static void Counting(Setup setup)
    {
        Small(setup);
        setup.AddSaga<CounterMachine, CounterState>();
    }

    private static async Task<Dictionary<Guid, List<int>>> SeenAsync(RawBroker raw, int messages)
    {
        var seen = new Dictionary<Guid, List<int>>();
        for (var n = 0; n < messages; n++)
        {
            var (line, number) = Envelope.Message<OrderShipped>((await raw.TakeAsync(Receiver)).Body);
            seen.TryAdd(line, []);
            seen[line].Add(number);
        }

        return seen;
    }
}
