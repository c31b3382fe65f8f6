using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Settlement.Contracts;
using IntegrationPlatform.Settlement.Tests.Support;
using IntegrationPlatform.Tests.Support;

namespace IntegrationPlatform.Settlement.Tests;

/// <summary>A municipality answers, in time or not (SET-3).</summary>
[Collection(SettlementCollection.Name)]
public sealed class AnsweringTests(SettlementFixture service)
{
    private readonly Story _story = new(service);

    [Fact]
    public async Task Before_acceptance_a_municipality_sees_size_and_age_groups_and_nothing_else()
    {
        var request = await _story.Requested(AgeGroup.Adult, AgeGroup.Adult, AgeGroup.FourToSeventeen);

        var inbox = await _story.Municipality.Get("requests").Json();

        var preview = Assert.Single(inbox.EnumerateArray());
        Assert.Equal(
            ["ageGroups", "answerBy", "id", "municipality", "persons", "requestedOn", "state"],
            preview.EnumerateObject().Select(m => m.Name).Order(StringComparer.Ordinal)
        );
        Assert.Equal(request, preview.GetProperty("id").GetGuid());
        Assert.Equal(3, preview.GetProperty("persons").GetInt32());
        Assert.Equal(
            """{"underFour":0,"fourToSeventeen":1,"adults":2}""",
            preview.GetProperty("ageGroups").GetRawText()
        );
        await _story.Municipality.Get($"residents/{_story.Residents[0]}/handoff").Refused(404, "unknown-resident");
        await _story.Municipality.Get($"households/{_story.Household}").Refused(404, "unknown-household");
    }

    [Fact]
    public async Task A_second_acceptance_is_refused()
    {
        var request = await _story.Requested();
        await _story.Accept(request).Json();

        await _story.Accept(request).Refused(409, "request-already-accepted");
    }

    [Fact]
    public async Task A_request_to_another_municipality_is_not_found()
    {
        var request = await _story.Requested();
        var stranger = new Story(service);

        await stranger.Accept(request).Refused(404, "unknown-settlement-request");
        Assert.Empty((await stranger.Municipality.Get("requests").Json()).EnumerateArray());
    }

    [Fact]
    public async Task A_refusal_leaves_no_personal_data_with_the_municipality()
    {
        var heard = await service.Listen<SettlementRequestEnded>();
        var request = await _story.Requested();

        await _story.Municipality.Post($"requests/{request}/refusal", new { reason = "services" }).Json();

        await LeavesNothing(request);
        await _story.Accept(request).Refused(409, "request-ended");
        Assert.Equal(RequestOutcome.Refused, (await heard.First(e => e.RequestId == request)).Outcome);
    }

    [Fact]
    public async Task A_withdrawal_leaves_no_personal_data_with_the_municipality()
    {
        var request = await _story.Requested();

        await _story.Imdi.Post($"requests/{request}/withdrawal").Json();

        await LeavesNothing(request);
        Assert.Equal("withdrawn", await _story.State(_story.Residents[0]));
        await _story.Accept(request).Refused(409, "request-ended");
    }

    [Fact]
    public async Task Only_IMDi_withdraws()
    {
        var request = await _story.Requested();

        Assert.Equal(403, (int)(await _story.Municipality.Post($"requests/{request}/withdrawal")).StatusCode);
        await _story
            .Imdi.Post($"requests/{Guid.CreateVersion7()}/withdrawal")
            .Refused(404, "unknown-settlement-request");
    }

    [Fact]
    public async Task After_the_deadline_an_acceptance_is_refused_and_the_request_expires()
    {
        var heard = await service.Listen<SettlementRequestEnded>();
        var request = await _story.Requested();

        service.Clock.MoveTo(_story.Today.AddDays(14));
        Assert.Single((await _story.Municipality.Get("requests").Json()).EnumerateArray());
        service.Clock.MoveTo(_story.Today.AddDays(1));

        await _story.Accept(request).Refused(409, "request-expired");
        Assert.Equal(RequestOutcome.Expired, (await heard.First(e => e.RequestId == request)).Outcome);
        Assert.Equal("expired", await _story.State(_story.Residents[0]));
        await LeavesNothing(request);
        await _story.Accept(request).Refused(409, "request-expired");
        await _story.Request().Json();
    }

    [Fact]
    public async Task Simultaneous_acceptances_never_exceed_the_yearly_number()
    {
        const int room = 3;
        var town = new Story(service) { Persons = room };
        await town.AskTown(town.Town).Json();
        var requests = new List<Guid>();
        for (var i = 0; i < 8; i++)
        {
            var story = await new Story(service).Arrived();
            await story.Recommend(town.Town).Json();
            requests.Add((await story.Request(town.Town).Json()).GetProperty("id").GetGuid());
        }

        var answers = await Task.WhenAll(requests.Select(town.Accept));

        Assert.Equal(room, answers.Count(a => (int)a.StatusCode == 200));
        Assert.All(answers.Where(a => (int)a.StatusCode != 200), a => Assert.Equal(409, (int)a.StatusCode));
        var number = (await town.Imdi.Get("yearly-requests").Json())
            .EnumerateArray()
            .Single(n => n.GetProperty("municipality").GetString() == town.Town.Number);
        Assert.Equal(room, number.GetProperty("accepted").GetInt32());
    }

    [Fact]
    public async Task Simultaneous_acceptances_of_one_request_count_once()
    {
        var request = await _story.Requested();

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _story.Accept(request)));

        Assert.Single(answers, a => (int)a.StatusCode == 200);
        Assert.Equal(5, answers.Count(a => (int)a.StatusCode == 409));
    }

    private async Task LeavesNothing(Guid request)
    {
        Assert.Empty((await _story.Municipality.Get("requests").Json()).EnumerateArray());
        await _story.Municipality.Get($"requests/{request}").Refused(404, "unknown-settlement-request");
        await _story.Municipality.Get($"residents/{_story.Residents[0]}/handoff").Refused(404, "unknown-resident");
        Assert.DoesNotContain(_story.Residents[0], await service.Receiver.TransfersAsync());
    }
}
