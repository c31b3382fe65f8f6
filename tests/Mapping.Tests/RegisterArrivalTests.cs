using System.Net;
using System.Text.Json.Nodes;
using IntegrationPlatform.Grants.Contracts;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Mapping.Tests.Support;
using IntegrationPlatform.Settlement.Contracts;
using IntegrationPlatform.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Mapping.Tests;

/// <summary>Arrivals (MAP-1).</summary>
[Collection(MappingService.Name)]
public sealed class RegisterArrivalTests(MappingFixture fixture)
{
    [Fact]
    public async Task An_arrival_is_registered_and_told_without_identity()
    {
        var cluster = await Scene.Establish(fixture);
        var heard = await fixture.Listen<ResidentArrived>();

        var arrived = await cluster.Arrive();

        var id = arrived["id"]!.GetValue<Guid>();
        var message = await heard.First(m => m.ResidentId == id);
        Assert.Equal(
            new ResidentArrived(
                id,
                arrived["householdId"]!.GetValue<Guid>(),
                cluster.Id,
                fixture.Clock.Today(),
                AgeGroup.Adult,
                PermitStatus.Likely
            ),
            message
        );
        Assert.Equal(Scene.Day(fixture.Clock.Today().AddDays(14)), (string?)arrived["mappingDueOn"]);
        Assert.Empty(arrived["warnings"]!.AsArray());
    }

    [Fact]
    public async Task A_child_has_no_deadline()
    {
        var cluster = await Scene.Establish(fixture);

        var arrived = await cluster.Arrive(age: 17);

        Assert.Null(arrived["mappingDueOn"]);
    }

    [Fact]
    public async Task A_household_arrives_together()
    {
        var cluster = await Scene.Establish(fixture);
        var first = await cluster.Arrive();
        var child = cluster.Arrival(age: 3);
        child["householdId"] = (string?)first["householdId"];

        var second = await cluster.Arrive(child);

        Assert.Equal((string?)first["householdId"], (string?)second["householdId"]);
    }

    [Fact]
    public async Task Another_clusters_household_cannot_be_joined()
    {
        var elsewhere = await (await Scene.Establish(fixture)).Arrive();
        var cluster = await Scene.Establish(fixture);
        var arrival = cluster.Arrival();
        arrival["householdId"] = (string?)elsewhere["householdId"];

        await (await cluster.Post("residents", arrival)).RefusesMember("/householdId", "MAP-1");
    }

    public static TheoryData<string, string?, string> BadMembers =>
        new()
        {
            { "duf", "20241234561", "/duf" },
            { "duf", "20241234561x", "/duf" },
            { "name", "  ", "/name" },
            { "name", "Amina\u0000", "/name" },
            { "name", new string('a', 201), "/name" },
            { "birthDate", "2090-01-01", "/birthDate" },
            { "birthDate", "1880-01-01", "/birthDate" },
            { "arrivedOn", "2029-01-01", "/arrivedOn" },
            { "arrivedOn", "2016-09-30", "/arrivedOn" },
            { "permit", "refused", "/permit" },
        };

    [Theory]
    [MemberData(nameof(BadMembers))]
    public async Task A_bad_member_is_named_with_the_rule(string member, string? value, string pointer)
    {
        var cluster = await Scene.Establish(fixture);
        var arrival = cluster.Arrival();
        arrival[member] = value;

        await (await cluster.Post("residents", arrival)).RefusesMember(pointer, "MAP-1");
        Assert.Equal(0, await Residents(cluster));
    }

    [Fact]
    public async Task Unknown_languages_are_named_one_by_one()
    {
        var cluster = await Scene.Establish(fixture);
        var arrival = cluster.Arrival();
        arrival["languages"] = new JsonArray("so", "klingon");
        await (await cluster.Post("residents", arrival)).RefusesMember("/languages/1", "MAP-1");

        arrival["languages"] = new JsonArray("so", null);
        await (await cluster.Post("residents", arrival)).RefusesMember("/languages/1", "MAP-1");

        arrival["languages"] = new JsonArray();
        await (await cluster.Post("residents", arrival)).RefusesMember("/languages", "MAP-1");
    }

    [Theory]
    [InlineData("clusterId")]
    [InlineData("duf")]
    [InlineData("name")]
    [InlineData("birthDate")]
    [InlineData("arrivedOn")]
    [InlineData("languages")]
    [InlineData("permit")]
    public async Task A_missing_member_is_named(string member)
    {
        var cluster = await Scene.Establish(fixture);
        var arrival = cluster.Arrival();
        arrival.Remove(member);

        await (await cluster.Post("residents", arrival)).RefusesMember($"/{member}", null);
    }

    [Fact]
    public async Task Malformed_JSON_is_a_problem_and_not_a_fault()
    {
        var cluster = await Scene.Establish(fixture);
        using var malformed = new StringContent("{\"clusterId\":", null, "application/json");

        var answer = await cluster.Centre.PostAsync(new Uri("/mapping/v1/residents", UriKind.Relative), malformed);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Check_digits_that_do_not_fit_must_be_confirmed()
    {
        var cluster = await Scene.Establish(fixture);
        var arrival = cluster.Arrival();
        arrival["duf"] = "202412345611";

        var problem = await cluster.Post("residents", arrival).Refused(422, "duf-check-digits");
        Assert.Equal("MAP-1", problem.Rule);
        Assert.DoesNotContain("202412345611", problem.Body, StringComparison.Ordinal);
        Assert.Equal(0, await Residents(cluster));

        arrival["confirmDuf"] = true;
        var arrived = await cluster.Arrive(arrival);
        Assert.Equal("/duf", (string?)Assert.Single(arrived["warnings"]!.AsArray())!["pointer"]);
    }

    [Fact]
    public async Task The_same_person_cannot_hold_two_places()
    {
        var cluster = await Scene.Establish(fixture);
        var other = await Scene.Establish(fixture);
        var arrival = cluster.Arrival();
        await cluster.Arrive(arrival);

        var elsewhere = other.Arrival();
        elsewhere["duf"] = (string?)arrival["duf"];

        await other.Post("residents", elsewhere).Refused(409, "duf-holds-a-place");
        await cluster.Post("residents", arrival).Refused(409, "duf-holds-a-place");
    }

    [Fact]
    public async Task Of_several_centres_that_register_a_person_at_once_one_succeeds()
    {
        var clusters = new List<Scene>();
        for (var i = 0; i < 6; i++)
        {
            clusters.Add(await Scene.Establish(fixture));
        }

        var duf = Numbers.Duf();
        var answers = await Task.WhenAll(
            clusters.Select(cluster =>
            {
                var arrival = cluster.Arrival();
                arrival["duf"] = duf;
                return cluster.Post("residents", arrival);
            })
        );

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Created);
        Assert.All(
            answers.Where(a => a.StatusCode != HttpStatusCode.Created),
            a => Assert.Equal(HttpStatusCode.Conflict, a.StatusCode)
        );
    }

    [Fact]
    public async Task A_centre_never_holds_more_residents_than_places()
    {
        var cluster = await Scene.Establish(fixture, places: 3);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => cluster.Post("residents", cluster.Arrival()))
        );

        Assert.Equal(3, answers.Count(a => a.StatusCode == HttpStatusCode.Created));
        await cluster.Post("residents", cluster.Arrival()).Refused(409, "centre-full");
        Assert.Equal(3, await Residents(cluster));
    }

    [Fact]
    public async Task A_settled_resident_frees_the_place_and_may_come_again()
    {
        var cluster = await Scene.Establish(fixture, places: 1);
        var arrival = cluster.Arrival();
        var id = (await cluster.Arrive(arrival))["id"]!.GetValue<Guid>();

        await fixture.Publish(new ResidentSettled(id, cluster.Id, "0301", fixture.Clock.Today()));
        await Eventually.Holds(
            "the place is free",
            () => fixture.InDatabase(db => db.Residents.AnyAsync(r => r.Id == id && r.SettledOn != null))
        );

        Assert.NotEqual(id, (await cluster.Arrive(arrival))["id"]!.GetValue<Guid>());
    }

    [Fact]
    public async Task Only_the_clusters_centre_registers_and_the_others_learn_nothing()
    {
        var cluster = await Scene.Establish(fixture);
        var other = await Scene.Establish(fixture);
        var unknown = cluster.Arrival();
        unknown["clusterId"] = Guid.CreateVersion7();

        var notTheirs = await other.Post("residents", cluster.Arrival()).Refused(404, "unknown-cluster");
        var notThere = await other.Post("residents", unknown).Refused(404, "unknown-cluster");

        Assert.Equal(notThere.Title, notTheirs.Title);
        await cluster.HostMunicipality.Post("residents", cluster.Arrival()).Refused(404, "unknown-cluster");
    }

    [Fact]
    public async Task A_revoked_clusters_centre_registers_nobody()
    {
        var cluster = await Scene.Establish(fixture);
        await fixture.Publish(new ClusterRevoked(cluster.Id, 2, fixture.Clock.Today()));
        await Eventually.Holds(
            "the revocation is known",
            () => fixture.InDatabase(db => db.Clusters.AnyAsync(c => c.Id == cluster.Id && c.RevokedOn != null))
        );

        await cluster.Post("residents", cluster.Arrival()).Refused(404, "unknown-cluster");
    }

    [Fact]
    public async Task Without_the_scope_nothing_is_registered()
    {
        var cluster = await Scene.Establish(fixture);
        using var reader = fixture.Partner(cluster.Established.CentreOrganisation, "mapping.read");
        using var anonymous = fixture.Anonymous();

        Assert.Equal(HttpStatusCode.Forbidden, (await reader.Post("residents", cluster.Arrival())).StatusCode);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await anonymous.Post("mapping/v1/residents", cluster.Arrival())).StatusCode
        );
    }

    [Fact]
    public async Task The_same_request_with_its_key_registers_once()
    {
        var cluster = await Scene.Establish(fixture);
        using var centre = fixture.Partner(cluster.Established.CentreOrganisation, "mapping.write");
        centre.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());
        var arrival = cluster.Arrival();

        var first = await (await centre.Post("residents", arrival)).ReadAs(HttpStatusCode.Created);
        var second = await (await centre.Post("residents", arrival)).ReadAs(HttpStatusCode.Created);

        Assert.Equal(first.ToJsonString(), second.ToJsonString());
        Assert.Equal(1, await Residents(cluster));
    }

    private Task<int> Residents(Scene cluster) =>
        fixture.InDatabase(db => db.Residents.CountAsync(r => r.ClusterId == cluster.Id));
}
