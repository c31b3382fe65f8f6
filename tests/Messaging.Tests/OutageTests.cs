using IntegrationPlatform.Messaging.Outbox;
using IntegrationPlatform.Messaging.Tests.Support;
using IntegrationPlatform.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Messaging.Tests;

/// <summary>A broker or a database that is away, slow to answer, or not there yet.</summary>
public sealed class OutageTests() : Compliance(Subject.DefaultSchema)
{
    [Fact]
    public async Task A_dead_broker_burns_no_attempts_and_nothing_is_lost()
    {
        var servers = await NewServersAsync();
        await using var wire = Wire.ToBroker(servers, out var wired);
        await using var shop = await StartAsync(wired, Impatient);
        await shop.DispatchingAsync();
        wire.Cut();
        for (var n = 0; n < 20; n++)
        {
            await shop.PublishAsync(new OrderPlaced(Order, n));
        }

        // Long enough for several rounds without an answer.
        await Eventually.Holds("the oldest row has waited for a while", async () => await shop.LagAsync() > 4);
        Assert.Equal(20, await UntriedAsync(shop));
        wire.Mend();
        await Eventually.Becomes(20, () => shop.CountAsync(Order, "placed"));
    }

    [Fact]
    public async Task A_paused_broker_burns_no_attempts_and_nothing_is_lost()
    {
        var servers = await NewServersAsync();
        await using var wire = Wire.ToBroker(servers, out var wired);
        await using var shop = await StartAsync(wired, Impatient);
        await shop.DispatchingAsync();
        wire.Hold();
        await shop.PublishAsync(new OrderPlaced(Order, 1), new OrderPlaced(Guid.NewGuid(), 2));
        // Longer than a send may take, and than the question whether the broker answers others.
        await Eventually.Holds("the rows have waited", async () => await shop.LagAsync() > 8);
        Assert.Equal(2, await UntriedAsync(shop));
        wire.Release();
        await Eventually.Becomes(1, () => shop.CountAsync(Order, "placed"));
        Assert.Equal(0, (await shop.Desk.ReportAsync(default)).Parked);
    }

    [Fact]
    public async Task A_dead_database_sends_no_message_to_the_error_queue_and_nothing_is_lost()
    {
        var servers = await NewServersAsync();
        await using var raw = await RawBroker.ConnectAsync(servers.Broker);
        await using var wire = Wire.ToDatabase(servers, out var wired);
        await using var shop = await StartAsync(
            wired,
            m => m.AddConsumer<Recorder>().Options.LongestWait = TimeSpan.FromMilliseconds(200)
        );
        wire.Cut();
        for (var n = 0; n < 20; n++)
        {
            await shop.Bus.Publish(new OrderPlaced(Order, n));
        }

        // More often than the tries that a fault of the messages' own would get.
        await Eventually.Holds("all were tried many times", () => Task.FromResult(wire.Refused > 200));
        wire.Mend();
        await Eventually.Becomes(20, () => shop.CountAsync(Order, "placed"));
        Assert.Equal(-1, await raw.CountAsync("shop-recorder_error"));
    }

    [Fact]
    public async Task A_service_starts_without_its_broker_and_connects_when_it_comes()
    {
        var servers = await NewServersAsync();
        await using var wire = Wire.ToBroker(servers, out var wired, cut: true);
        await using var shop = await StartAsync(wired, m => m.AddConsumer<Recorder>(), waitForBroker: false);
        await shop.PublishAsync(new OrderPlaced(Order, 1));
        wire.Mend();
        await shop.ConnectedAsync();
        await shop.PublishAsync(new OrderPlaced(Order, 2));
        await Eventually.Holds("what is published arrives", async () => await shop.CountAsync(Order, "placed") >= 1);
    }

    [Fact]
    public async Task A_service_connects_to_whichever_node_of_a_cluster_answers()
    {
        var servers = await NewServersAsync();
        await using var wire = Wire.ToBroker(servers, out var dead, cut: true);
        var cluster = servers with { Broker = $"{dead.Broker},{servers.Broker}" };
        await using var shop = await StartAsync(cluster, m => m.AddConsumer<Recorder>());
        await shop.PublishAsync(new OrderPlaced(Order, 1));
        await Eventually.Becomes(1, () => shop.CountAsync(Order, "placed"));
        Assert.Empty(await shop.Errors.CountAsync(default));
    }

    private static void Impatient(Setup setup)
    {
        setup.AddConsumer<Recorder>();
        setup.Options.SendTimeout = TimeSpan.FromMilliseconds(300);
        setup.Options.AttemptsBeforeParking = 1;
    }

    private static Task<int> UntriedAsync(Service shop) =>
        shop.QueryAsync(db => db.Set<OutboxMessage>().CountAsync(m => m.Attempts == 0));
}
