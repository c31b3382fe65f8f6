using System.Text.Json;
using IntegrationPlatform.Grants.Contracts;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Settlement.Contracts;
using IntegrationPlatform.Settlement.Notices;
using IntegrationPlatform.Settlement.Tests.Support;
using IntegrationPlatform.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement.Tests;

/// <summary>Who is told of what, and who is not (SET-3, SET-4, SET-7).</summary>
[Collection(SettlementCollection.Name)]
public sealed class NoticeTests(SettlementFixture service)
{
    private readonly Story _story = new(service);

    private Guid Resident => _story.Residents[0];

    [Fact]
    public async Task A_municipality_is_told_that_it_was_asked_and_nobody_else_is()
    {
        var request = await _story.Requested();

        await Told(request, NoticeTypes.SettlementRequested, _story.Town.Organisation);
        var told = await Single(_story.Town.Organisation, request);

        Assert.Equal("1.0", told.GetProperty("specversion").GetString());
        Assert.Equal("urn:imdi:integrering:settlement", told.GetProperty("source").GetString());
        Assert.Equal(
            $$"""{"requestId":"{{request}}","municipality":"{{_story.Town.Number}}","answerBy":"{{_story.Today.AddDays(14):O}}"}""",
            told.GetProperty("data").GetRawText()
        );
    }

    [Theory]
    [InlineData("accepted")]
    [InlineData("refused")]
    [InlineData("withdrawn")]
    public async Task The_municipality_and_IMDi_are_told_how_a_request_ended(string end)
    {
        var request = await _story.Requested();
        await (
            end switch
            {
                "accepted" => _story.Accept(request),
                "refused" => _story.Municipality.Post($"requests/{request}/refusal", new { reason = "services" }),
                _ => _story.Imdi.Post($"requests/{request}/withdrawal"),
            }
        ).Json();

        await Told(request, NoticeTypes.SettlementRequestEnded, _story.Town.Organisation, SettlementFixture.Imdi);

        Assert.Equal(
            $$"""{"requestId":"{{request}}","municipality":"{{_story.Town.Number}}","outcome":"{{end}}","endedOn":"{{_story.Today:O}}"}""",
            (await Read(_story.Town.Organisation))[1].GetProperty("data").GetRawText()
        );
    }

    [Fact]
    public async Task Municipality_centre_and_host_are_told_how_a_resident_goes_on()
    {
        await _story.Settled();

        string[] told = [_story.Town.Organisation, _story.Parties.Centre, _story.Parties.Municipality];
        await Told(Resident, NoticeTypes.ResidentTransferred, told);
        await Told(Resident, NoticeTypes.ResidentSettled, told);

        Assert.Equal(["transferredOn", "settledOn"], (await Read(_story.Parties.Centre)).Select(e => Members(e)[^1]));
        Assert.All(
            await Read(_story.Parties.Centre),
            e => Assert.Equal(["residentId", "requestId", "municipality"], Members(e)[..^1])
        );
    }

    [Fact]
    public async Task The_cluster_and_IMDi_are_told_that_a_programme_started()
    {
        await _story.Settled();
        service.Clock.MoveTo(_story.Today.AddDays(20));
        await _story.Start(Resident, _story.Today).Json();

        await Told(
            Resident,
            NoticeTypes.IntroductionProgrammeStarted,
            SettlementFixture.Imdi,
            _story.Parties.Centre,
            _story.Parties.Municipality
        );

        Assert.Equal(
            "inTime",
            (await Read(_story.Parties.Centre))[^1].GetProperty("data").GetProperty("start").GetString()
        );
    }

    [Fact]
    public async Task Who_has_several_parts_is_told_once()
    {
        var place = service.NewPlace();
        var host = new TestCluster();
        var story = new Story(service) { Parties = host, Town = place with { Organisation = host.Municipality } };

        await story.Settled();
        await Told(story.Residents[0], NoticeTypes.ResidentSettled, host.Municipality, host.Centre);
    }

    [Fact]
    public async Task A_message_that_comes_again_tells_nobody_again()
    {
        await _story.Settled();
        await Told(
            Resident,
            NoticeTypes.ResidentSettled,
            _story.Town.Organisation,
            _story.Parties.Centre,
            _story.Parties.Municipality
        );
        var again = Guid.CreateVersion7();
        var settled = new ResidentSettled(Resident, _story.Cluster, _story.Town.Number, _story.Today);

        await service.Publish(settled, again);
        await service.Publish(settled, again);
        await service.Publish(settled, again);
        var after = Guid.CreateVersion7();
        await service.Publish(
            new ResidentTransferred(Resident, _story.Cluster, _story.Town.Number, _story.Today),
            after
        );
        await service.Consumed(again, after);

        // Once the message of the story, and once the one that came three times.
        await Eventually.Becomes(
            2,
            async () => (await Read(_story.Town.Organisation)).Count(e => Type(e) == NoticeTypes.ResidentSettled)
        );
    }

    [Fact]
    public async Task The_parties_of_a_revoked_cluster_are_told_nothing_any_more()
    {
        await _story.Settled();
        await Told(
            Resident,
            NoticeTypes.ResidentSettled,
            _story.Town.Organisation,
            _story.Parties.Centre,
            _story.Parties.Municipality
        );
        await service.Publish(new ClusterRevoked(_story.Cluster, 1, _story.Today));
        await Eventually.Holds(
            "the revocation is known",
            () => service.InDatabase(db => db.Clusters.AnyAsync(c => c.Id == _story.Cluster && c.RevokedOn != null))
        );

        service.Clock.MoveTo(_story.Today.AddDays(20));
        await _story.Start(Resident, _story.Today).Json();
        await Told(Resident, NoticeTypes.IntroductionProgrammeStarted, SettlementFixture.Imdi);

        Assert.Empty(await Read(_story.Parties.Centre));
        Assert.Empty(await Read(_story.Parties.Municipality));
        Assert.Equal(4, (await Read(_story.Town.Organisation)).Count);
    }

    [Fact]
    public async Task Nobody_is_told_of_an_erased_resident()
    {
        await _story.Settled();
        await Told(
            Resident,
            NoticeTypes.ResidentSettled,
            _story.Town.Organisation,
            _story.Parties.Centre,
            _story.Parties.Municipality
        );
        var erased = Guid.CreateVersion7();
        await service.Publish(new ResidentErased(Resident), erased);
        await service.Consumed(erased);

        var late = Guid.CreateVersion7();
        await service.Publish(
            new ResidentTransferred(Resident, _story.Cluster, _story.Town.Number, _story.Today),
            late
        );
        await service.Consumed(late);

        Assert.DoesNotContain(
            await service.InDatabase(db => db.Notices.ToListAsync()),
            n => n.Subject == Resident || n.Data.Contains(Resident.ToString(), StringComparison.Ordinal)
        );
        Assert.Empty(await Read(_story.Parties.Centre));
    }

    [Fact]
    public async Task The_feed_goes_on_from_any_cursor_that_it_gave()
    {
        await _story.Settled();
        await Told(
            Resident,
            NoticeTypes.ResidentSettled,
            _story.Town.Organisation,
            _story.Parties.Centre,
            _story.Parties.Municipality
        );
        var first = await _story.Municipality.Get("notices").Json();
        Assert.Equal(4, first.GetProperty("events").GetArrayLength());
        var next = first.GetProperty("next").GetString();

        var nothing = await _story.Municipality.Get($"notices?after={next}").Json();
        Assert.Empty(nothing.GetProperty("events").EnumerateArray());
        Assert.Equal(next, nothing.GetProperty("next").GetString());

        var another = await new Story(service) { Town = _story.Town, Parties = _story.Parties }.Arrived();
        await another.Recommend(another.Town).Json();
        var request = (await another.Request().Json()).GetProperty("id").GetGuid();
        await Eventually.Becomes(
            request.ToString(),
            async () =>
                (await _story.Municipality.Get($"notices?after={next}").Json())
                    .GetProperty("events")
                    .EnumerateArray()
                    .Select(e => e.GetProperty("subject").GetString())
                    .FirstOrDefault()
        );
        await _story.Municipality.Get("notices?after=nonsense").Invalid("?after", "SET-3");
    }

    [Fact]
    public async Task Notices_of_one_transaction_stay_in_their_order()
    {
        var organisation = TestCluster.NewOrganisation();
        var subjects = Enumerable.Range(0, 40).Select(_ => Guid.NewGuid()).ToList();
        await service.Save(db =>
            db.AddRange(
                subjects.Select(s =>
                    Notice.To(
                        organisation,
                        clusterId: null,
                        NoticeTypes.SettlementRequested,
                        s,
                        new RequestedData(s, "5001", _story.Today),
                        service.Clock.GetUtcNow()
                    )
                )
            )
        );

        await Eventually.Holds("all are read", async () => (await Read(organisation)).Count == subjects.Count);

        Assert.Equal(subjects, (await Read(organisation)).Select(e => e.GetProperty("subject").GetGuid()));
    }

    [Fact]
    public async Task A_stranger_reads_nothing()
    {
        await _story.Requested();

        Assert.Empty(await Read(TestCluster.NewOrganisation()));
    }

    // Waits until these are told, and fails when anybody else is.
    private async Task Told(Guid subject, string type, params string[] organisations)
    {
        await Eventually.Becomes(
            string.Join(' ', organisations.Order(StringComparer.Ordinal)),
            () =>
                service.InDatabase(async db =>
                    string.Join(
                        ' ',
                        (
                            await db
                                .Notices.Where(n => n.Subject == subject && n.Type == type)
                                .Select(n => n.Organisation)
                                .ToListAsync()
                        ).Order(StringComparer.Ordinal)
                    )
                )
        );
        foreach (var organisation in organisations)
        {
            await Eventually.Holds(
                $"{organisation} reads {type}",
                async () =>
                    (await Read(organisation)).Exists(e =>
                        Type(e) == type && e.GetProperty("subject").GetGuid() == subject
                    )
            );
        }
    }

    private async Task<JsonElement> Single(string organisation, Guid subject) =>
        Assert.Single(await Read(organisation), e => e.GetProperty("subject").GetGuid() == subject);

    private async Task<List<JsonElement>> Read(string organisation)
    {
        using var client = service.Caller(organisation, "settlement.read");
        var events = new List<JsonElement>();
        var page = await client.Get("notices").Json();
        events.AddRange(page.GetProperty("events").EnumerateArray());
        while (page.GetProperty("more").GetBoolean())
        {
            page = await client.Get($"notices?after={page.GetProperty("next").GetString()}").Json();
            events.AddRange(page.GetProperty("events").EnumerateArray());
        }

        return events;
    }

    private static string? Type(JsonElement told) => told.GetProperty("type").GetString();

    private static string[] Members(JsonElement told) =>
        [.. told.GetProperty("data").EnumerateObject().Select(m => m.Name)];
}
