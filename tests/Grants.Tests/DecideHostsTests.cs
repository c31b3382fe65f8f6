using System.Net;
using System.Text.Json.Nodes;
using IntegrationPlatform.Grants.Contracts;

namespace IntegrationPlatform.Grants.Tests;

/// <summary>IMDi chooses five of ten (GRA-1, GRA-2, GRA-3).</summary>
[Collection(GrantsCollection.Name)]
public sealed class DecideHostsTests(GrantsFixture grants)
{
    [Fact]
    public async Task The_chosen_five_are_established_and_everybody_hears_it_from_their_directorate()
    {
        var established = await grants.Listen<ClusterEstablished>();
        var played = await PlayedRound.ReadyToDecide(grants);
        var ranked = await grants.Imdi.Get($"rounds/{played.Id}/portfolios").Body();
        var best = ranked["portfolios"]![0]!["interestIds"]!.AsArray().Select(i => (Guid)i!).ToList();

        var decided = await played.Decide(best).Body();

        Assert.Equal(1, (int)decided["place"]!);
        var clusters = decided["clusters"]!.AsArray();
        Assert.Equal(5, clusters.Count);
        foreach (var cluster in clusters)
        {
            var message = await established.First(e => e.ClusterId == (Guid)cluster!["clusterId"]!);
            var number = (string)cluster!["municipality"]!;
            Assert.Equal(number, message.HostMunicipality);
            Assert.Equal(InterestBody.Municipality(number), message.HostMunicipalityOrganisation);
            Assert.Equal(InterestBody.Centre(number), message.CentreOrganisation);
            Assert.Equal(InterestBody.CareerCentre(number), message.CareerCentreOrganisation);
            Assert.Equal(played.InterestBy.AddDays(43), message.From);
            Assert.Equal((1, 100, 60), (message.Version, message.Places, message.GuidanceCapacity));
        }

        await HearsFrom("imdi", played, "municipality");
        await HearsFrom("udi", played, "centre");
        await HearsFrom("hkdir", played, "careerCentre");
        var told = (await grants.Imdi.Get($"rounds/{played.Id}/notifications").Body()).AsArray();
        Assert.Equal(10 * 7, told.Count);
        Assert.Equal(10 * 4, told.Count(n => (bool)n!["copy"]!));
        Assert.Equal(5 * 7, told.Count(n => (bool)n!["chosen"]!));
    }

    [Fact]
    public async Task All_252_portfolios_come_with_reasons_and_the_first_is_proven()
    {
        var played = await PlayedRound.ReadyToDecide(grants);

        var ranked = await grants.HkDir.Get($"rounds/{played.Id}/portfolios").Body();

        var portfolios = ranked["portfolios"]!.AsArray();
        Assert.Equal(252, portfolios.Count);
        Assert.True((bool)ranked["proof"]!["holds"]!);
        Assert.False((bool)ranked["provisional"]!);
        Assert.All(portfolios, p => Assert.NotEmpty(p!["reasons"]!.AsArray()));
        Assert.Equal(Enumerable.Range(1, 252), portfolios.Select(p => (int)p!["place"]!));
        var points = portfolios.Select(p => (decimal)p!["points"]!).ToList();
        Assert.Equal(points.OrderDescending(), points);
    }

    [Fact]
    public async Task The_municipalities_do_not_see_the_ranking()
    {
        var played = await PlayedRound.ReadyToDecide(grants);

        await grants
            .Of(InterestBody.Municipality("4601"))
            .Get($"rounds/{played.Id}/portfolios")
            .Refuses(HttpStatusCode.Forbidden, "not-allowed");
    }

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(0)]
    public async Task A_decision_on_another_number_than_five_is_refused(int count)
    {
        var played = await PlayedRound.ReadyToDecide(grants);

        await played
            .Decide(played.Interests.Values.Take(count))
            .Refuses(HttpStatusCode.UnprocessableEntity, "wrong-number-of-hosts", "GRA-1");
        await ChangedNothing(played);
    }

    [Fact]
    public async Task A_decision_does_not_name_a_municipality_twice()
    {
        var played = await PlayedRound.ReadyToDecide(grants);
        var four = played.Interests.Values.Take(4).ToList();

        await played
            .Decide([.. four, four[0]])
            .Refuses(HttpStatusCode.UnprocessableEntity, "wrong-number-of-hosts", "GRA-1");
    }

    [Fact]
    public async Task A_decision_without_one_of_the_directorates_is_refused()
    {
        var played = await PlayedRound.ReadyToDecide(grants);

        await played
            .Decide(consulted: ["hkdir", "udi"])
            .Refuses(HttpStatusCode.UnprocessableEntity, "directorate-not-consulted", "GRA-2");
        await ChangedNothing(played);
    }

    [Fact]
    public async Task A_decision_before_all_are_assessed_is_refused()
    {
        var played = await PlayedRound.Open(grants);
        foreach (var (number, _, _) in Ten.Municipalities)
        {
            await played.Answer(number);
        }

        played.PassDeadline();

        await played.Decide().Refuses(HttpStatusCode.Conflict, "interest-not-assessed", "GRA-2");
        await grants
            .Imdi.Get($"rounds/{played.Id}/portfolios")
            .Refuses(HttpStatusCode.Conflict, "interest-not-assessed", "GRA-2");
    }

    [Fact]
    public async Task An_interest_of_another_round_is_not_chosen()
    {
        var played = await PlayedRound.ReadyToDecide(grants);

        await played
            .Decide([.. played.Interests.Values.Take(4), Guid.CreateVersion7()])
            .RefusesMember("/interestIds/4", "GRA-1");
    }

    [Fact]
    public async Task A_decision_while_interests_can_be_sent_is_refused()
    {
        var played = await PlayedRound.Open(grants);

        await played
            .Decide(Enumerable.Range(0, 5).Select(_ => Guid.CreateVersion7()))
            .Refuses(HttpStatusCode.Conflict, "interests-still-open", "GRA-1");
    }

    [Fact]
    public async Task A_decision_after_the_deadline_is_refused_because_the_round_lapsed()
    {
        var played = await PlayedRound.ReadyToDecide(grants);
        grants.Clock.MoveTo(played.DecideBy.AddDays(1));

        await played.Decide().Refuses(HttpStatusCode.Conflict, "round-lapsed", "GRA-1");
        await played.Reaches("lapsed");
    }

    [Fact]
    public async Task A_second_decision_is_refused()
    {
        var played = await PlayedRound.ReadyToDecide(grants);
        await played.Decide().Body();

        await played.Decide().Refuses(HttpStatusCode.Conflict, "round-already-decided", "GRA-1");
    }

    [Fact]
    public async Task Of_decisions_at_once_one_holds()
    {
        var played = await PlayedRound.ReadyToDecide(grants);

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => played.Decide()));

        Assert.Single(answers, a => a.IsSuccessStatusCode);
        Assert.Equal(0, (int)(await grants.Imdi.Get($"rounds/{played.Id}").Body())["freePlaces"]!);
    }

    [Fact]
    public async Task Nobody_but_IMDi_decides()
    {
        var played = await PlayedRound.Open(grants);

        var answer = await grants.HkDir.Post($"rounds/{played.Id}/decision", new JsonObject());

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_chosen_reservation_is_noted()
    {
        var played = await PlayedRound.ReadyToDecide(grants);

        var decided = await played.Decide().Body();

        var reserved = decided["clusters"]!.AsArray().Where(c => (bool)c!["politicalReservation"]!);
        Assert.Equal("0301", (string?)Assert.Single(reserved)!["municipality"]);
    }

    private async Task HearsFrom(string directorate, PlayedRound played, string recipient)
    {
        var organisation = recipient switch
        {
            "municipality" => InterestBody.Municipality("4601"),
            "centre" => InterestBody.Centre("4601"),
            _ => InterestBody.CareerCentre("4601"),
        };

        var told = await grants.Of(organisation).Get($"rounds/{played.Id}/notifications").Body();

        var notification = Assert.Single(told.AsArray())!;
        Assert.Equal(directorate, (string?)notification["from"]);
        Assert.Equal(recipient, (string?)notification["recipient"]);
    }

    private async Task ChangedNothing(PlayedRound played)
    {
        var round = await grants.Imdi.Get($"rounds/{played.Id}").Body();
        Assert.Null(round["decidedOn"]);
        Assert.Equal(5, (int)round["freePlaces"]!);
    }
}
