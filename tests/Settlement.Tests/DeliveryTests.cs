using System.Globalization;
using IntegrationPlatform.Settlement.Deliveries;
using IntegrationPlatform.Settlement.Tests.Support;
using IntegrationPlatform.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement.Tests;

/// <summary>Events reach IMDinett at least once and are applied once, whatever the receiver does (SET-4).</summary>
[Collection(SettlementCollection.Name)]
public sealed class DeliveryTests(SettlementFixture service)
{
    private readonly Story _story = new(service);

    [Fact]
    public async Task A_failure_of_the_receiver_is_tried_again_and_every_attempt_is_kept()
    {
        var request = await _story.Requested();
        await service.Receiver.FailAsync(503, count: 2);

        await _story.Accept(request).Json();
        await _story.Reaches(_story.Residents[0], "transferred");

        Assert.Equal(["refused", "refused", "received"], await Outcomes());
    }

    [Fact]
    public async Task A_lost_answer_leads_to_a_redelivery_that_the_receiver_recognises()
    {
        var request = await _story.Requested();
        var before = await service.Receiver.CountAsync("redeliveries");
        await service.Receiver.FailAsync(200, count: 1, afterApplying: true);

        await _story.Accept(request).Json();
        await _story.Reaches(_story.Residents[0], "transferred");

        Assert.Equal(["unreachable", "received"], await Outcomes());
        Assert.Equal(before + 1, await service.Receiver.CountAsync("redeliveries"));
        Assert.Single(await service.Receiver.TransfersAsync(), _story.Residents[0]);
        Assert.Equal(0, await service.Receiver.CountAsync("duplicates"));
    }

    [Fact]
    public async Task A_receiver_that_asks_to_wait_is_waited_for()
    {
        var request = await _story.Requested();
        await service.Receiver.FailAsync(429, count: 1, retryAfter: 2);

        await _story.Accept(request).Json();
        await _story.Reaches(_story.Residents[0], "transferred");

        var attempts = (await Delivery().Json()).GetProperty("attempts").EnumerateArray().ToList();
        Assert.Equal("askedToWait", attempts[0].GetProperty("outcome").GetString());
        Assert.InRange(
            attempts[1].GetProperty("at").GetDateTimeOffset() - attempts[0].GetProperty("at").GetDateTimeOffset(),
            TimeSpan.FromSeconds(2),
            TimeSpan.FromSeconds(20)
        );
    }

    [Fact]
    public async Task After_the_last_try_an_event_is_parked_until_it_is_replayed()
    {
        var request = await _story.Requested();
        await service.Receiver.FailAsync(500, count: 4);
        await _story.Accept(request).Json();
        await Eventually.Holds("the event is parked", async () => await DeliveryState() == "parked");
        Assert.Equal("transferring", await _story.State(_story.Residents[0]));

        await _story.Imdi.Post($"deliveries/{await DeliveryId()}/replay").Json();

        await _story.Reaches(_story.Residents[0], "transferred");
        Assert.Equal(["refused", "refused", "refused", "refused", "received"], await Outcomes());
    }

    [Fact]
    public async Task A_receiver_that_is_gone_for_good_gets_nothing_until_somebody_replays()
    {
        var request = await _story.Requested();
        await service.Receiver.FailAsync(410, count: 1);
        await _story.Accept(request).Json();
        await Eventually.Holds("the event is parked", async () => await DeliveryState() == "parked");
        var next = await new Story(service).Accepted();
        await next.Reaches(next.Residents[0], "transferring");
        Assert.True((await _story.Imdi.Get("deliveries").Json()).GetProperty("receiverGone").GetBoolean());

        await _story.Imdi.Post($"deliveries/{await DeliveryId()}/replay").Json();

        await _story.Reaches(_story.Residents[0], "transferred");
        await next.Reaches(next.Residents[0], "transferred");
        Assert.Equal(["gone", "received"], await Outcomes());
    }

    [Fact]
    public async Task A_replay_of_what_was_received_changes_nothing_there()
    {
        await _story.Transferred();

        await _story.Imdi.Post($"deliveries/{await DeliveryId()}/replay").Json();

        await Eventually.Holds("it was sent twice", async () => (await Outcomes()).Count == 2);
        Assert.Single(await service.Receiver.TransfersAsync(), _story.Residents[0]);
        Assert.Equal("transferred", await _story.State(_story.Residents[0]));
    }

    [Fact]
    public async Task A_receiver_killed_in_the_middle_loses_nothing_and_applies_nothing_twice()
    {
        var families = new List<Story>();
        for (var i = 0; i < 6; i++)
        {
            var family = new Story(service);
            families.Add(family);
            await family.Requested();
        }

        var accepting = Task.WhenAll(
            families.Select(async f =>
                (await f.Accept((await f.Municipality.Get("requests").Json())[0].GetProperty("id").GetGuid()).Json())
            )
        );
        await service.Receiver.KillAsync();
        await accepting;
        await service.Receiver.StartAsync();
        foreach (var family in families)
        {
            await Eventually.Holds(
                "the transfer is acknowledged",
                async () =>
                {
                    await ReplayWhatIsParked();
                    return await family.State(family.Residents[0]) == "transferred";
                }
            );
        }

        var received = await service.Receiver.TransfersAsync();
        Assert.All(families, f => Assert.Single(received, f.Residents[0]));
        Assert.Equal(0, await service.Receiver.CountAsync("duplicates"));
    }

    [Fact]
    public async Task Events_about_a_resident_arrive_in_order()
    {
        var request = await _story.Requested();
        await service.Receiver.FailAsync(500, count: 2);
        await _story.Accept(request).Json();
        await _story.Reaches(_story.Residents[0], "transferring");
        foreach (var text in new[] { "first", "second", "third" })
        {
            await _story.Centre.Post($"residents/{_story.Residents[0]}/supplements", new { text }).Json();
        }

        await Eventually.Holds("everything arrived", async () => (await Arrived()).Count == 4);

        Assert.Equal(["1", "2", "3", "4"], await Arrived());
    }

    [Fact]
    public async Task A_supplement_waits_for_the_transfer_and_comes_from_the_cluster_alone()
    {
        var request = await _story.Requested();
        service.Others.KeepNoteBack(_story.Residents[0]);
        await _story.Accept(request).Json();
        var path = $"residents/{_story.Residents[0]}/supplements";

        await _story.Centre.Post(path, new { text = "too early" }).Refused(409, "not-transferred");
        await _story.Municipality.Post(path, new { text = "not yours" }).Refused(404, "unknown-resident");
        await _story.Centre.Post(path, new { text = "" }).Invalid("/text", "SET-5");
    }

    [Fact]
    public async Task Replicas_never_hold_the_same_delivery()
    {
        await Save(Enumerable.Range(0, 40).Select(i => Pending(Guid.CreateVersion7(), sequence: 1, "0301")).ToList());

        var taken = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => service.InDatabase(db => TakeAllAsync(db, TimeSpan.FromMinutes(5))))
        );

        var ids = taken.SelectMany(t => t).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(40, await service.InDatabase(db => db.Deliveries.CountAsync(d => d.Type == "test")));
        await service.InDatabase(db => db.Deliveries.Where(d => d.Type == "test").ExecuteDeleteAsync());
    }

    [Fact]
    public async Task A_delivery_in_the_hands_of_a_dead_replica_is_taken_by_another_when_the_lease_runs_out()
    {
        var delivery = Pending(Guid.CreateVersion7(), sequence: 1, "0301");
        var dead = Guid.CreateVersion7();
        await service.Save(db => db.Add(delivery));
        await service.InDatabase(db =>
            db.Deliveries.Where(d => d.Id == delivery.Id)
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(d => d.Lease, dead)
                        .SetProperty(d => d.LeasedUntil, DateTimeOffset.UtcNow.AddMinutes(-1))
                )
        );

        await Eventually.Holds(
            "another replica has it",
            () => service.InDatabase(db => db.Deliveries.AnyAsync(d => d.Id == delivery.Id && d.Lease != dead))
        );
        await service.InDatabase(db => db.Deliveries.Where(d => d.Id == delivery.Id).ExecuteDeleteAsync());
    }

    [Fact]
    public async Task The_feed_gives_every_event_once_from_any_cursor_on()
    {
        var start = await _story.Imdi.Get("feed").Json();
        while (start.GetProperty("more").GetBoolean())
        {
            start = await _story.Imdi.Get($"feed?after={start.GetProperty("next").GetString()}").Json();
        }

        await _story.Transferred();
        var page = start;
        // An event is in the feed once every older transaction of the server is over, and others use this server too.
        await Eventually.Holds(
            "the event is in the feed",
            async () =>
            {
                page = await _story.Imdi.Get($"feed?after={start.GetProperty("next").GetString()}").Json();
                return page.GetProperty("events").GetArrayLength() > 0;
            }
        );

        var cloudEvent = Assert.Single(
            page.GetProperty("events").EnumerateArray(),
            e => e.GetProperty("subject").GetGuid() == _story.Residents[0]
        );
        Assert.Equal("1.0", cloudEvent.GetProperty("specversion").GetString());
        Assert.Equal(EventTypes.Transfer, cloudEvent.GetProperty("type").GetString());
        Assert.Equal(
            _story.Town.Number,
            cloudEvent.GetProperty("data").GetProperty("municipality").GetProperty("number").GetString()
        );
        Assert.Equal(
            OtherServices.Secret,
            cloudEvent.GetProperty("data").GetProperty("competence").GetProperty("name").GetString()
        );
        Assert.Empty(
            (await _story.Imdi.Get($"feed?after={page.GetProperty("next").GetString()}").Json())
                .GetProperty("events")
                .EnumerateArray()
        );
    }

    [Fact]
    public async Task Nobody_but_IMDinett_reads_the_feed()
    {
        using var stranger = service.Caller(TestCluster.NewOrganisation(), "settlement.transfer");
        using var withoutScope = service.Caller(SettlementFixture.Imdi, "settlement.read");

        Assert.Equal(403, (int)(await stranger.Get("feed")).StatusCode);
        Assert.Equal(403, (int)(await withoutScope.Get("feed")).StatusCode);
        await _story.Imdi.Get("feed?after=nonsense").Invalid("?after", "SET-4");
    }

    [Fact]
    public async Task Nobody_but_IMDi_lists_or_replays_deliveries()
    {
        Assert.Equal(403, (int)(await _story.Municipality.Get("deliveries")).StatusCode);
        Assert.Equal(
            403,
            (int)(await _story.Municipality.Post($"deliveries/{Guid.CreateVersion7()}/replay")).StatusCode
        );
        await _story.Imdi.Post($"deliveries/{Guid.CreateVersion7()}/replay").Refused(404, "unknown-delivery");
    }

    private async Task<Guid> DeliveryId() =>
        (await _story.Handoff(_story.Residents[0]).Json()).GetProperty("deliveries")[0].GetProperty("id").GetGuid();

    private async Task<HttpResponseMessage> Delivery() => await _story.Imdi.Get($"deliveries/{await DeliveryId()}");

    private async Task<string?> DeliveryState()
    {
        var deliveries = (await _story.Handoff(_story.Residents[0]).Json()).GetProperty("deliveries");
        return deliveries.GetArrayLength() == 0 ? null : deliveries[0].GetProperty("state").GetString();
    }

    private async Task<IReadOnlyList<string?>> Outcomes() =>
        [
            .. (await Delivery().Json())
                .GetProperty("attempts")
                .EnumerateArray()
                .Select(a => a.GetProperty("outcome").GetString()),
        ];

    private async Task<IReadOnlyList<string>> Arrived()
    {
        var handoff = (await _story.Handoff(_story.Residents[0]).Json()).GetProperty("handoffId").GetGuid();
        var prefix = string.Create(CultureInfo.InvariantCulture, $"{handoff}/");
        return
        [
            .. (await service.Receiver.ReceivedAsync())
                .Where(id => id.StartsWith(prefix, StringComparison.Ordinal))
                .Select(id => id[prefix.Length..]),
        ];
    }

    private async Task ReplayWhatIsParked()
    {
        foreach (
            var parked in (await _story.Imdi.Get("deliveries?state=parked").Json())
                .GetProperty("items")
                .EnumerateArray()
        )
        {
            await _story.Imdi.Post($"deliveries/{parked.GetProperty("id").GetGuid()}/replay");
        }
    }

    private Task Save(IReadOnlyList<Delivery> deliveries) => service.Save(db => db.AddRange(deliveries));

    private static Delivery Pending(Guid resident, int sequence, string municipality) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            EventId = "test",
            Type = "test",
            HandoffId = Guid.CreateVersion7(),
            ResidentId = resident,
            Municipality = municipality,
            Sequence = sequence,
            Sealed = "",
            QueuedAt = DateTimeOffset.UtcNow,
            NextAttemptAt = DateTimeOffset.UtcNow,
        };

    private static async Task<List<Guid>> TakeAllAsync(SettlementDb db, TimeSpan leasedFor)
    {
        var all = new List<Guid>();
        while (await db.Deliveries.TakeAsync(Guid.CreateVersion7(), leasedFor, default) is { Count: > 0 } taken)
        {
            all.AddRange(taken.Select(d => d.Id));
        }

        return all;
    }
}
