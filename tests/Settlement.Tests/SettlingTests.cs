using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Programme.Contracts;
using IntegrationPlatform.Settlement.Contracts;
using IntegrationPlatform.Settlement.Tests.Support;
using IntegrationPlatform.Tests.Support;

namespace IntegrationPlatform.Settlement.Tests;

/// <summary>Conversation, move and programme start (SET-6, SET-7, SET-8).</summary>
[Collection(SettlementCollection.Name)]
public sealed class SettlingTests(SettlementFixture service)
{
    private readonly Story _story = new(service);

    private Guid Resident => _story.Residents[0];

    [Fact]
    public async Task A_resident_goes_through_the_states_in_their_order()
    {
        await _story.Transferred();
        await _story.Centre.Post($"residents/{Resident}/conversation", new { heldOn = _story.Today }).Json();
        Assert.Equal("conversationHeld", await _story.State(Resident));
        await _story.Settle(Resident, _story.Today).Json();
        Assert.Equal("settled", await _story.State(Resident));
        service.Clock.MoveTo(_story.Today.AddDays(20));
        await _story.Start(Resident, _story.Today).Json();
        Assert.Equal("programmeStarted", await _story.State(Resident));
    }

    [Fact]
    public async Task Neither_conversation_nor_move_is_recorded_before_the_transfer()
    {
        var request = await _story.Requested();
        service.Others.KeepNoteBack(Resident);
        await _story.Accept(request).Json();

        await _story
            .Centre.Post($"residents/{Resident}/conversation", new { heldOn = _story.Today })
            .Refused(409, "not-transferred");
        await _story.Settle(Resident, _story.Today).Refused(409, "not-transferred");
        await _story.Start(Resident, _story.Today).Refused(409, "not-settled");
    }

    [Fact]
    public async Task Times_for_the_conversation_are_on_workdays_and_the_agenda_follows_from_the_transfer()
    {
        await _story.Transferred();
        await service.Publish(
            new ElementCompleted(Resident, _story.Cluster, "parental-guidance", _story.Today.AddDays(-3))
        );
        await Eventually.Holds(
            "the element is known",
            async () => (await _story.Handoff(Resident).Json()).GetProperty("elements").GetArrayLength() == 1
        );

        var proposals = await _story.Municipality.Get($"residents/{Resident}/conversation-proposals").Json();

        Assert.Equal(
            """["presentation","competence","programmeActivities","completedElements","careerGoals","programmeStart","move"]""",
            proposals.GetProperty("agenda").GetRawText()
        );
        var days = proposals
            .GetProperty("times")
            .EnumerateArray()
            .Select(t => DateOnly.ParseExact(t.GetProperty("day").GetString()!, "O", CultureInfo.InvariantCulture))
            .ToList();
        Assert.Equal(6, days.Count);
        Assert.All(
            days,
            d => Assert.True(d >= _story.Today.AddDays(3) && Conversations.NorwegianWorkdays.IsWorkday(d))
        );
    }

    [Fact]
    public async Task A_move_is_recorded_by_the_municipality_alone_and_once()
    {
        var heard = await service.Listen<ResidentSettled>();
        await _story.Transferred();

        await new Story(service).Settle(Resident, _story.Today).Refused(404, "unknown-resident");
        await _story.Settle(Resident, _story.Today.AddDays(1)).Invalid("/settledOn", "SET-7");
        await _story.Settle(Resident, _story.Today.AddDays(-1)).Invalid("/settledOn", "SET-8");
        await _story.Settle(Resident, _story.Today).Json();
        await _story.Settle(Resident, _story.Today).Refused(409, "already-settled");

        Assert.Equal(_story.Town.Number, (await heard.First(s => s.ResidentId == Resident)).Municipality);
    }

    [Theory]
    [InlineData(13, ProgrammeStart.Early)]
    [InlineData(14, ProgrammeStart.InTime)]
    [InlineData(28, ProgrammeStart.InTime)]
    [InlineData(29, ProgrammeStart.Late)]
    public async Task A_programme_starts_two_to_four_weeks_after_the_move(int days, ProgrammeStart expected)
    {
        var heard = await service.Listen<IntroductionProgrammeStarted>();
        await _story.Settled();
        service.Clock.MoveTo(_story.Today.AddDays(days));

        await _story.Start(Resident, _story.Today).Json();

        Assert.Equal(expected, (await heard.First(s => s.ResidentId == Resident)).Start);
        await _story.Start(Resident, _story.Today).Refused(409, "programme-already-started");
    }

    [Fact]
    public async Task A_programme_that_has_not_started_when_the_window_closes_is_flagged()
    {
        await _story.Settled(AgeGroup.Adult, AgeGroup.FourToSeventeen);
        service.Clock.MoveTo(_story.Today.AddDays(29));

        await Eventually.Holds(
            "the late start is flagged",
            async () =>
                (await _story.Handoff(Resident).Json())
                    .GetProperty("programme")
                    .GetProperty("lateNotStarted")
                    .GetBoolean()
        );
        var report = await _story.Municipality.Get("programme-starts").Json();
        var line = Assert.Single(report.EnumerateArray());
        Assert.Equal(
            (1, 0, 1),
            (
                line.GetProperty("settledAdults").GetInt32(),
                line.GetProperty("waiting").GetInt32(),
                line.GetProperty("lateNotStarted").GetInt32()
            )
        );

        await _story.Start(Resident, _story.Today).Json();
        Assert.False(
            (await _story.Handoff(Resident).Json()).GetProperty("programme").GetProperty("lateNotStarted").GetBoolean()
        );
    }

    [Fact]
    public async Task The_introduction_programme_is_not_for_children()
    {
        await _story.Settled(AgeGroup.FourToSeventeen);

        await _story.Start(Resident, _story.Today).Refused(409, "programme-not-for-children");
    }

    [Fact]
    public async Task A_programme_starts_neither_in_the_future_nor_before_the_move()
    {
        await _story.Settled();

        await _story.Start(Resident, _story.Today.AddDays(1)).Invalid("/startedOn", "SET-7");
        await _story.Start(Resident, _story.Today.AddDays(-1)).Invalid("/startedOn", "SET-7");
    }

    [Fact]
    public async Task The_municipality_decides_about_elements_that_were_completed()
    {
        await _story.Transferred();
        await ElementIsKnown();
        var path = $"residents/{Resident}/omissions";

        await _story.Municipality.Post(path, new { element = "parental-guidance", omitted = true }).Json();
        await _story
            .Municipality.Post(path, new { element = "life-skills", omitted = true })
            .Refused(409, "element-not-completed");
        await _story
            .Centre.Post(path, new { element = "parental-guidance", omitted = false })
            .Refused(404, "unknown-resident");

        Assert.True(
            (await _story.Handoff(Resident).Json()).GetProperty("elements")[0].GetProperty("omitted").GetBoolean()
        );
    }

    [Fact]
    public async Task Nobody_overwrites_a_decision_about_an_element_that_they_have_not_read()
    {
        await _story.Transferred();
        await ElementIsKnown();
        var path = $"residents/{Resident}/omissions";
        var undecided = await Tag();
        await Deciding(new { element = "parental-guidance", omitted = true }, undecided).Json();
        var given = new { element = "parental-guidance", omitted = false };

        await Deciding(given, tag: null).Refused(428, "if-match-required");
        await Deciding(given, undecided).Refused(412, "changed-meanwhile");
        Assert.True(await IsOmitted());

        await Deciding(given, await Tag()).Json();
        Assert.False(await IsOmitted());

        async Task<EntityTagHeaderValue> Tag() =>
            (await _story.Municipality.Get($"residents/{Resident}/handoff")).Headers.ETag!;

        Task<HttpResponseMessage> Deciding(object decision, EntityTagHeaderValue? tag)
        {
            var client = _story.Municipality;
            client.DefaultRequestHeaders.IfMatch.Clear();
            if (tag is not null)
            {
                client.DefaultRequestHeaders.IfMatch.Add(tag);
            }

            return client.Post(path, decision);
        }

        async Task<bool> IsOmitted() =>
            (await _story.Handoff(Resident).Json()).GetProperty("elements")[0].GetProperty("omitted").GetBoolean();
    }

    [Fact]
    public async Task Who_has_the_handoff_already_is_told_that_it_did_not_change()
    {
        await _story.Transferred();
        var tag = (await _story.Handoff(Resident)).Headers.ETag!;
        _story.Imdi.DefaultRequestHeaders.IfNoneMatch.Add(tag);

        var unchanged = await _story.Handoff(Resident);
        await ElementIsKnown();
        var changed = await _story.Handoff(Resident);

        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(tag, changed.Headers.ETag);
    }

    [Fact]
    public async Task An_unknown_resident_is_not_found()
    {
        var nobody = Guid.CreateVersion7();

        await _story.Handoff(nobody).Refused(404, "unknown-resident");
        await _story.Settle(nobody, _story.Today).Refused(404, "unknown-resident");
        await _story.Start(nobody, _story.Today).Refused(404, "unknown-resident");
        await _story
            .Centre.Post($"residents/{nobody}/conversation", new { heldOn = _story.Today })
            .Refused(404, "unknown-resident");
    }

    [Fact]
    public async Task All_that_is_held_on_a_person_is_exported()
    {
        await _story.Settled();
        var resident = _story.Residents[0];
        await _story.Centre.Post(
            $"residents/{resident}/conversation",
            new { heldOn = _story.Today, summary = "Wants to go on." }
        );
        using var municipality = service.Caller(_story.Town.Organisation, "settlement.export");

        var export = await municipality.Get($"residents/{resident}/export").Json();

        Assert.Equal("Wants to go on.", export.GetProperty("conversationOutcome").GetString());
        Assert.Equal("accepted", export.GetProperty("requests")[0].GetProperty("state").GetString());
        Assert.Contains(OtherServices.Secret, export.GetProperty("events")[0].GetRawText(), StringComparison.Ordinal);
    }

    private async Task ElementIsKnown()
    {
        await service.Publish(new ElementCompleted(Resident, _story.Cluster, "parental-guidance", _story.Today));
        await Eventually.Holds(
            "the element is known",
            async () =>
                (await _story.Municipality.Get($"residents/{Resident}/handoff").Json())
                    .GetProperty("elements")
                    .GetArrayLength() == 1
        );
    }
}
