using IntegrationPlatform.Messaging.Tests.Support;
using IntegrationPlatform.Tests.Support;
using MassTransit;

namespace IntegrationPlatform.Messaging.Tests;

public sealed class ParkingInDefaultSchema() : ParkingTests(Subject.DefaultSchema);

public sealed class ParkingInOwnSchema() : ParkingTests(Subject.OwnSchema);

[Collection(ClusterCollection.Name)]
public sealed class ParkingOnCluster() : ParkingTests(Subject.OnCluster);

/// <summary>A message that the broker refuses: one sent to a receiver that is not there.</summary>
public abstract class ParkingTests(Subject subject) : Compliance(subject)
{
    private const string Nobody = "nobody-listens";
    private readonly Guid _messageId = NewId.NextGuid();

    [Fact]
    public async Task A_refused_message_is_parked_seen_and_sent_again_with_its_id()
    {
        var servers = await NewServersAsync();
        await using var raw = await RawBroker.ConnectAsync(servers.Broker);
        await using var shop = await StartAsync(servers, ParkSoon);
        await shop.SendAsync($"exchange:{Nobody}", new OrderPlaced(Order, 1), _messageId);

        await Eventually.Becomes(1L, () => ParkedAsync(shop));
        var parked = Assert.Single(await shop.Desk.ParkedAsync(default));
        Assert.Equal((_messageId, 2), (parked.MessageId, parked.Attempts));
        Assert.EndsWith(":OrderPlaced", parked.MessageType, StringComparison.Ordinal);
        Assert.NotNull(parked.LastError);

        await raw.DeclareAsync(Nobody);
        Assert.Equal(1, await shop.Desk.RedriveAsync(default));
        Assert.Equal(_messageId.ToString(), (await raw.TakeAsync(Nobody)).BasicProperties.MessageId);
        await Eventually.Becomes(0, shop.InOutboxAsync);
    }

    [Fact]
    public async Task A_parked_message_holds_up_nobody_not_even_its_own_line()
    {
        await using var shop = await StartAsync(ParkSoon);
        await shop.SendAsync($"exchange:{Nobody}", new OrderPlaced(Order, 1), _messageId);
        await shop.PublishAsync(new OrderPlaced(Order, 2));
        await Eventually.Becomes(1, () => shop.CountAsync(Order, "placed"));
        Assert.Equal(1, await ParkedAsync(shop));
    }

    [Fact]
    public async Task A_redriven_message_that_is_refused_again_is_parked_again()
    {
        await using var shop = await StartAsync(ParkSoon);
        await shop.SendAsync($"exchange:{Nobody}", new OrderPlaced(Order, 1), _messageId);
        await Eventually.Becomes(1L, () => ParkedAsync(shop));
        Assert.Equal(1, await shop.Desk.RedriveAsync(default));
        await Eventually.Becomes(1L, () => ParkedAsync(shop));
        Assert.Equal(
            (_messageId, 2),
            (await shop.Desk.ParkedAsync(default)) is [var parked] ? (parked.MessageId, parked.Attempts) : default
        );
    }

    private static async Task<long> ParkedAsync(Service shop) => (await shop.Desk.ReportAsync(default)).Parked;

    private static void ParkSoon(Setup setup)
    {
        setup.AddConsumer<Recorder>();
        setup.Options.AttemptsBeforeParking = 2;
        setup.Options.LongestWait = TimeSpan.FromMilliseconds(100);
    }
}
