using System.Net;
using System.Text.Json.Nodes;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Mapping.Tests.Support;
using IntegrationPlatform.Tests.Support;

namespace IntegrationPlatform.Mapping.Tests;

/// <summary>UDI's decisions on permits (MAP-1).</summary>
[Collection(MappingService.Name)]
public sealed class DecidePermitTests(MappingFixture fixture)
{
    [Fact]
    public async Task A_decision_holds_and_is_told()
    {
        var cluster = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();
        var heard = await fixture.Listen<PermitDecided>();
        var today = fixture.Clock.Today();

        var holds = await (await Decide(cluster, id, "granted", today)).ReadAs(HttpStatusCode.OK);

        Assert.Equal("granted", (string?)holds["permit"]);
        Assert.Equal(new PermitDecided(id, PermitStatus.Granted, today), await heard.First(d => d.ResidentId == id));
    }

    [Fact]
    public async Task The_newest_decision_holds_in_whatever_order_they_are_registered()
    {
        var cluster = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();
        var today = fixture.Clock.Today();

        await Decide(cluster, id, "refused", today);
        var holds = await (await Decide(cluster, id, "granted", today.AddDays(-30))).ReadAs(HttpStatusCode.OK);

        Assert.Equal("refused", (string?)holds["permit"]);
        Assert.Equal(Scene.Day(today), (string?)holds["decidedOn"]);
    }

    [Fact]
    public async Task The_same_decision_twice_is_one()
    {
        var cluster = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();
        var heard = await fixture.Listen<PermitDecided>();
        var today = fixture.Clock.Today();

        await (await Decide(cluster, id, "granted", today)).ReadAs(HttpStatusCode.OK);
        await (await Decide(cluster, id, "granted", today)).ReadAs(HttpStatusCode.OK);
        await Decide(cluster, id, "refused", today).Refused(409, "other-decision-that-day");

        await heard.First(d => d.ResidentId == id);
        Assert.Single(heard.All, d => d.ResidentId == id);
    }

    [Fact]
    public async Task A_decision_is_an_outcome_and_not_in_the_future()
    {
        var cluster = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();
        var today = fixture.Clock.Today();

        await (await Decide(cluster, id, "likely", today)).RefusesMember("/permit", "MAP-1");
        await (await Decide(cluster, id, "granted", today.AddDays(1))).RefusesMember("/decidedOn", "MAP-1");
    }

    [Fact]
    public async Task Only_UDI_decides()
    {
        var cluster = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();
        using var centre = fixture.Partner(cluster.Established.CentreOrganisation, "mapping.permit");

        var answer = await centre.Post($"residents/{id}/permit", Decision("granted", fixture.Clock.Today()));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        await Decide(cluster, Guid.CreateVersion7(), "granted", fixture.Clock.Today()).Refused(404, "unknown-resident");
    }

    private static Task<HttpResponseMessage> Decide(Scene cluster, Guid id, string permit, DateOnly on) =>
        cluster.Udi.Post($"residents/{id}/permit", Decision(permit, on));

    private static JsonObject Decision(string permit, DateOnly on) =>
        new() { ["permit"] = permit, ["decidedOn"] = Scene.Day(on) };
}
