using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Municipalities;

namespace IntegrationPlatform.Grants.Tests;

/// <summary>IMDi opens a round (GRA-1).</summary>
[Collection(GrantsCollection.Name)]
public sealed class OpenRoundTests(GrantsFixture grants)
{
    [Fact]
    public async Task A_round_of_4_July_2016_has_the_timeline_of_the_invitation()
    {
        var invitation = PlayedRound.Invitation();
        invitation["openedOn"] = "2016-07-04";

        var round = await grants.Imdi.Post("rounds", invitation).Body();

        Assert.Equal("2016-08-19", (string?)round["interestBy"]);
        Assert.Equal("2016-08-31", (string?)round["decideBy"]);
        Assert.Equal("2016-09-15", (string?)round["describeBy"]);
        Assert.Equal("2016-10-01", (string?)round["basicsBy"]);
        Assert.Equal("2016-12-31", (string?)round["completeBy"]);
        Assert.Equal("2018-12-31", (string?)round["periodTo"]);
        Assert.Equal("open", (string?)round["state"]);
        Assert.Equal(10, round["invited"]!.AsArray().Count);
    }

    [Fact]
    public void The_ten_municipalities_of_2016_have_these_numbers_today() =>
        Assert.All(Ten.Municipalities, m => Assert.Equal(m.Name, MunicipalityRegister.Find(m.Number)?.Name));

    [Theory]
    [InlineData(9)]
    [InlineData(11)]
    public async Task A_round_invites_ten(int count)
    {
        var invitation = PlayedRound.Invitation();
        var invited = invitation["invited"]!.AsArray();
        if (count < invited.Count)
        {
            invited.RemoveAt(0);
        }
        else
        {
            invited.Add(new JsonObject { ["municipality"] = "1103", ["organisation"] = Organisations.Number(90) });
        }

        await grants.Imdi.Post("rounds", invitation).RefusesMember("/invited", "GRA-1");
    }

    [Fact]
    public async Task A_municipality_is_invited_once()
    {
        var invitation = PlayedRound.Invitation();
        invitation["invited"]![1]!["municipality"] = "0301";

        await grants.Imdi.Post("rounds", invitation).RefusesMember("/invited", "GRA-1");
    }

    [Theory]
    [InlineData("1201", "a number of 2016 that nobody has today")]
    [InlineData("46011", "too long")]
    [InlineData(null, "missing")]
    public async Task An_invited_municipality_exists(string? number, string why)
    {
        Assert.NotEmpty(why);
        var invitation = PlayedRound.Invitation();
        invitation["invited"]![3]!["municipality"] = number;

        await grants.Imdi.Post("rounds", invitation).RefusesMember("/invited/3/municipality", "GRA-1");
    }

    [Fact]
    public async Task An_organisation_answers_for_an_invited_municipality()
    {
        var invitation = PlayedRound.Invitation();
        invitation["invited"]![3]!["organisation"] = "123456789";
        invitation["invited"]![4] = null;

        await grants.Imdi.Post("rounds", invitation).RefusesMember("/invited/3/organisation", "GRA-1");
        await grants.Imdi.Post("rounds", invitation).RefusesMember("/invited/4/organisation", "GRA-1");
    }

    [Fact]
    public async Task A_round_does_not_open_in_the_future()
    {
        var invitation = PlayedRound.Invitation();
        invitation["openedOn"] = grants.Clock.Today().AddDays(1).ToString("O", CultureInfo.InvariantCulture);

        await grants.Imdi.Post("rounds", invitation).RefusesMember("/openedOn", "GRA-1");
    }

    [Fact]
    public async Task Nobody_but_IMDi_opens_a_round() =>
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await grants.HkDir.Post("rounds", PlayedRound.Invitation())).StatusCode
        );

    [Fact]
    public async Task Only_the_directorates_and_the_invited_see_a_round()
    {
        var played = await PlayedRound.Open(grants);

        await grants
            .Of(Organisations.Number(99))
            .Get($"rounds/{played.Id}")
            .Refuses(HttpStatusCode.NotFound, "unknown-round");
        Assert.Empty((await grants.Of(Organisations.Number(99)).Get("rounds").Body()).AsArray());
        Assert.NotEmpty((await grants.Of(InterestBody.Municipality("4601")).Get("rounds").Body()).AsArray());
        Assert.NotEmpty((await grants.HkDir.Get("rounds").Body()).AsArray());
    }
}
