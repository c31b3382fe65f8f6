using System.Diagnostics;
using IntegrationPlatform.Messaging.Tests.Support;
using IntegrationPlatform.Tests.Support;

namespace IntegrationPlatform.Messaging.Tests;

/// <summary>Nothing spins: what waits costs next to nothing.</summary>
public sealed class IdleTests() : Compliance(Subject.DefaultSchema)
{
    private const int Looks = 20;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task An_idle_service_asks_its_database_no_more_often_than_its_poll()
    {
        var servers = await NewServersAsync();
        await using var shop = await StartAsync(servers, Setup);
        await shop.PublishAsync(new OrderShipped(Order, 1));
        await Eventually.Becomes(1, () => shop.CountAsync(Order, "shipped"));
        await Eventually.Becomes(0, shop.InOutboxAsync);
        Assert.True(await TimeOfAsync(servers, Looks) > Poll * Looks / 2);
    }

    [Fact]
    public async Task A_service_whose_broker_is_away_looks_no_more_often_than_its_longest_wait()
    {
        var servers = await NewServersAsync();
        await using var wire = Wire.ToBroker(servers, out var wired);
        await using var shop = await StartAsync(
            wired,
            m =>
            {
                Setup(m);
                m.Options.SendTimeout = TimeSpan.FromMilliseconds(50);
                m.Options.LongestWait = TimeSpan.FromMilliseconds(500);
            }
        );
        await shop.DispatchingAsync();
        wire.Cut();
        await shop.PublishAsync(new OrderPlaced(Order, 1));
        await Eventually.Holds("it has tried for a while", async () => await shop.LagAsync() > 3);
        var refused = wire.Refused;
        var time = await TimeOfAsync(servers, 10);
        Assert.True(time > TimeSpan.FromMilliseconds(500) * 10 / 4);
        Assert.InRange(wire.Refused - refused, 0, 4 * (time.TotalSeconds + 1));
    }

    [Fact]
    public async Task No_statement_notifies_because_that_would_serialise_commits()
    {
        var servers = await NewServersAsync();
        await using var shop = await StartAsync(servers, Setup);
        using var statements = Statements.Of(servers);
        await shop.PublishAsync(new OrderPlaced(Order, 1), new OrderPaid(Order));
        await Eventually.Becomes(1, () => shop.CountAsync(Order, "shipped"));
        await Eventually.Becomes(0, shop.InOutboxAsync);
        Assert.Contains(statements.All, s => s.Contains("insert into", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(statements.All, s => s.Contains("notify", StringComparison.OrdinalIgnoreCase));
    }

    private static void Setup(Setup setup)
    {
        setup.AddConsumer<Recorder>().AddSaga<OrderMachine, OrderState>();
        setup.Options.Poll = Poll;
    }

    /// <summary>How long a service takes for so many statements of its own.</summary>
    private static async Task<TimeSpan> TimeOfAsync(Servers servers, int count)
    {
        using var statements = Statements.Of(servers);
        var watch = Stopwatch.StartNew();
        await Eventually.Holds($"{count} statements were sent", () => Task.FromResult(statements.Count >= count));
        return watch.Elapsed;
    }
}
