using System.Net;
using System.Text.Json.Nodes;
using IntegrationPlatform.Hosting.Time;

namespace IntegrationPlatform.Grants.Tests;

/// <summary>A municipality expresses its interest (GRA-1, GRA-2).</summary>
[Collection(GrantsCollection.Name)]
public sealed class SendInterestTests(GrantsFixture grants)
{
    [Fact]
    public async Task A_complete_interest_is_taken_in()
    {
        var played = await PlayedRound.Open(grants);

        var sent = await played.Send("0301").Body();

        Assert.Equal(1, (int)sent["version"]!);
        Assert.True((bool)sent["politicalReservation"]!);
    }

    [Theory]
    [InlineData("/centre", "GRA-2")]
    [InlineData("/centre/organisation", "GRA-2")]
    [InlineData("/centre/operator", "GRA-3")]
    [InlineData("/centre/wholeCentre", "GRA-3")]
    [InlineData("/centre/places", "GRA-2")]
    [InlineData("/careerCentre", "GRA-2")]
    [InlineData("/careerCentre/establishment", "GRA-2")]
    [InlineData("/careerCentre/location", "GRA-2")]
    [InlineData("/careerCentre/staffing", "GRA-2")]
    [InlineData("/careerCentre/competence", "GRA-2")]
    [InlineData("/careerCentre/offers", "GRA-2")]
    [InlineData("/careerCentre/experience", "GRA-2")]
    [InlineData("/careerCentre/capacity", "GRA-2")]
    [InlineData("/ambition", "GRA-2")]
    [InlineData("/readyToSettle", "GRA-2")]
    [InlineData("/politicalReservation", "GRA-4")]
    public async Task An_interest_that_lacks_a_member_is_refused_with_the_rule(string pointer, string rule)
    {
        var played = await PlayedRound.Open(grants);
        var interest = played.Interest("4601");
        var path = pointer.Split('/')[1..];
        var holder = path.SkipLast(1).Aggregate((JsonNode)interest, (node, name) => node[name]!);
        holder.AsObject().Remove(path[^1]);

        await played.Send("4601", interest).RefusesMember(pointer, rule);
        Assert.Empty(await InterestsOf(played));
    }

    [Fact]
    public async Task A_municipality_that_is_not_ready_to_settle_is_refused()
    {
        var played = await PlayedRound.Open(grants);
        var interest = played.Interest("4601");
        interest["readyToSettle"] = false;

        await played.Send("4601", interest).RefusesMember("/readyToSettle", "GRA-2");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Each_of_the_three_parties_signs_the_letter_of_intent(int missing)
    {
        var played = await PlayedRound.Open(grants);
        var interest = played.Interest("4601");
        interest["letterOfIntent"]!["signatures"]!.AsArray().RemoveAt(missing);

        await played.Send("4601", interest).RefusesMember("/letterOfIntent/signatures", "GRA-1");
    }

    [Fact]
    public async Task An_interest_without_letter_of_intent_is_refused()
    {
        var played = await PlayedRound.Open(grants);
        var interest = played.Interest("4601");
        interest.Remove("letterOfIntent");

        await played.Send("4601", interest).RefusesMember("/letterOfIntent/signatures", "GRA-1");
    }

    [Fact]
    public async Task A_stranger_does_not_sign_the_letter_of_intent()
    {
        var played = await PlayedRound.Open(grants);
        var interest = played.Interest("4601");
        var signatures = interest["letterOfIntent"]!["signatures"]!.AsArray();
        signatures.Add(InterestBody.Signature(Organisations.Number(98), grants.Clock.Today()));
        signatures.Add((JsonNode?)null);

        await played.Send("4601", interest).RefusesMember("/letterOfIntent/signatures/3/organisation", "GRA-1");
        await played.Send("4601", interest).RefusesMember("/letterOfIntent/signatures/4/organisation", "GRA-1");
    }

    [Fact]
    public async Task A_signature_has_a_day_that_is_not_in_the_future()
    {
        var played = await PlayedRound.Open(grants);
        var interest = played.Interest("4601");
        interest["letterOfIntent"]!["signatures"]![0] = InterestBody.Signature(
            InterestBody.Municipality("4601"),
            grants.Clock.Today().AddDays(1)
        );
        interest["letterOfIntent"]!["signatures"]![1]!.AsObject().Remove("signedOn");

        await played.Send("4601", interest).RefusesMember("/letterOfIntent/signatures/0/signedOn", "GRA-1");
        await played.Send("4601", interest).RefusesMember("/letterOfIntent/signatures/1/signedOn", "GRA-1");
    }

    [Fact]
    public async Task A_private_centre_is_not_the_municipality_itself()
    {
        var played = await PlayedRound.Open(grants);
        var interest = played.Interest("0301");
        interest["centre"]!["organisation"] = InterestBody.Municipality("0301");

        await played.Send("0301", interest).RefusesMember("/centre/organisation", "GRA-2");
    }

    [Fact]
    public async Task A_municipality_that_runs_its_centre_itself_signs_once_for_both()
    {
        var played = await PlayedRound.Open(grants);
        var interest = played.Interest("1804");
        interest["centre"]!["organisation"] = InterestBody.Municipality("1804");
        interest["letterOfIntent"]!["signatures"]!.AsArray().RemoveAt(1);

        Assert.Equal(1, (int)(await played.Send("1804", interest).Body())["version"]!);
    }

    [Fact]
    public async Task A_municipality_that_is_not_invited_finds_no_round()
    {
        var played = await PlayedRound.Open(grants);
        var interest = played.Interest("4601");
        interest["municipality"] = "1103";

        await played.Send("4601", interest, Organisations.Number(97)).Refuses(HttpStatusCode.NotFound, "unknown-round");
    }

    [Fact]
    public async Task Only_the_municipality_itself_sends_its_interest()
    {
        var played = await PlayedRound.Open(grants);

        await played
            .Send("4601", organisation: InterestBody.Municipality("0301"))
            .RefusesMember("/municipality", "GRA-1");
        Assert.Empty(await InterestsOf(played));
    }

    [Fact]
    public async Task A_new_interest_before_the_deadline_takes_the_place_of_the_old()
    {
        var played = await PlayedRound.Open(grants);
        await played.Answer("4601");
        var first = played.Interests["4601"];
        await played.Assess("4601");

        var second = await played.Send("4601").Body();

        Assert.Equal(2, (int)second["version"]!);
        var interest = Assert.Single(await InterestsOf(played))!;
        Assert.Equal((Guid)second["id"]!, (Guid)interest["id"]!);
        Assert.False((bool)interest["assessed"]!);
        await grants
            .Imdi.Post($"rounds/{played.Id}/interests/{first}/assessment", InterestBody.Marks("4601"))
            .Refuses(HttpStatusCode.Conflict, "interest-superseded", "GRA-2");
    }

    [Fact]
    public async Task Versions_that_are_sent_at_once_get_one_number_each()
    {
        var played = await PlayedRound.Open(grants);

        var sent = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => played.Send("4601").Body()));

        Assert.Equal(Enumerable.Range(1, 8), sent.Select(s => (int)s["version"]!).Order());
        Assert.Single(await InterestsOf(played));
    }

    [Fact]
    public async Task An_interest_after_the_deadline_is_refused()
    {
        var played = await PlayedRound.Open(grants);
        grants.Clock.MoveTo(played.InterestBy);
        await played.Answer("4601");
        played.PassDeadline();

        await played.Send("0301").Refuses(HttpStatusCode.Conflict, "interest-too-late", "GRA-1");
        await played.Send("4601").Refuses(HttpStatusCode.Conflict, "interest-too-late", "GRA-1");
    }

    [Theory]
    [InlineData("ability", 0)]
    [InlineData("effort", 6)]
    [InlineData("innovation", -1)]
    public async Task Marks_are_one_to_five(string mark, int value)
    {
        var played = await PlayedRound.Open(grants);
        await played.Answer("4601");
        var marks = InterestBody.Marks("4601");
        marks[mark] = value;

        await grants
            .Imdi.Post($"rounds/{played.Id}/interests/{played.Interests["4601"]}/assessment", marks)
            .RefusesMember($"/{mark}", "GRA-2");
    }

    [Fact]
    public async Task A_municipality_sees_its_own_interest_and_no_marks()
    {
        var played = await PlayedRound.Open(grants);
        await played.Answer("4601");
        await played.Answer("0301");

        var seen = await grants.Of(InterestBody.Municipality("4601")).Get($"rounds/{played.Id}").Body();

        var interest = Assert.Single(seen["interests"]!.AsArray())!;
        Assert.Equal("4601", (string?)interest["municipality"]);
        Assert.Null(interest["assessed"]);
    }

    private async Task<JsonArray> InterestsOf(PlayedRound played) =>
        (await grants.Imdi.Get($"rounds/{played.Id}").Body())["interests"]!.AsArray();
}
