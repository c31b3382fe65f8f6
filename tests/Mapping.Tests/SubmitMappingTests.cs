using System.Net;
using System.Text.Json.Nodes;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Mapping.Tests.Support;
using IntegrationPlatform.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPlatform.Mapping.Tests;

/// <summary>Submitting and correcting a mapping (MAP-4, MAP-5).</summary>
[Collection(MappingService.Name)]
public sealed class SubmitMappingTests(MappingFixture fixture)
{
    [Fact]
    public async Task The_first_version_is_frozen_and_told()
    {
        var cluster = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();
        var heard = await fixture.Listen<MappingCompleted>();

        var submitted = await (await cluster.Post($"residents/{id}/mapping", Scene.Mapping())).ReadAs(
            HttpStatusCode.Created
        );

        Assert.Equal(1, (int?)submitted["version"]);
        Assert.Equal(
            new MappingCompleted(id, cluster.Id, fixture.Clock.Today(), InTime: true),
            await heard.First(m => m.ResidentId == id)
        );
    }

    [Fact]
    public async Task What_was_submitted_is_what_is_read()
    {
        var cluster = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();
        var sent = Scene.Mapping();
        await cluster.Post($"residents/{id}/mapping", sent);

        var read = await (await cluster.Centre.Get($"residents/{id}/mapping")).ReadAs(HttpStatusCode.OK);

        Assert.Equal("resident", (string?)read["answeredBy"]);
        Assert.Equal(cluster.Established.CentreOrganisation, (string?)read["submittedBy"]);
        var competence = read["competence"]!;
        Assert.Equal("native", (string?)competence["languages"]![0]!["level"]);
        Assert.Equal(11.5m, (decimal?)competence["education"]![0]!["years"]);
        Assert.Equal("2221", (string?)competence["work"]![0]!["styrk08"]);
        Assert.Equal("Nurse in a children's ward", (string?)competence["work"]![0]!["occupation"]);
        Assert.Equal("B", (string?)competence["drivingLicences"]![0]);
        Assert.Equal("basic", (string?)competence["digitalSkills"]);
        Assert.Equal("Nurse again", (string?)competence["wishes"]!["work"]);
        Assert.Equal("Kindergarten for two", (string?)competence["needs"]![0]);
        Assert.Empty(competence["skills"]!.AsArray());
    }

    [Fact]
    public async Task A_correction_is_a_new_version_with_who_and_why_and_the_old_one_stays()
    {
        var cluster = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();
        var heard = await fixture.Listen<MappingCompleted>();
        await cluster.Post($"residents/{id}/mapping", Scene.Mapping());
        var correction = Scene.Mapping();
        correction["answeredBy"] = "interpreter";
        correction["work"] = new JsonArray();

        await (await cluster.Post($"residents/{id}/mapping", correction)).RefusesMember("/reason", "MAP-5");
        correction["reason"] = "The work was the brother's";
        await (await cluster.Post($"residents/{id}/mapping", correction)).ReadAs(HttpStatusCode.Created);

        var newest = await (await cluster.Centre.Get($"residents/{id}/mapping")).ReadAs(HttpStatusCode.OK);
        var first = await (await cluster.Centre.Get($"residents/{id}/mapping?version=1")).ReadAs(HttpStatusCode.OK);
        Assert.Equal((2, 2), ((int?)newest["version"], (int?)newest["newest"]));
        Assert.Equal("The work was the brother's", (string?)newest["reason"]);
        Assert.Equal("interpreter", (string?)newest["answeredBy"]);
        Assert.Empty(newest["competence"]!["work"]!.AsArray());
        Assert.Single(first["competence"]!["work"]!.AsArray());
        await cluster.Centre.Get($"residents/{id}/mapping?version=3").Refused(404, "no-mapping");
        await heard.First(m => m.ResidentId == id);
        Assert.Single(heard.All, m => m.ResidentId == id);
    }

    [Fact]
    public async Task The_database_refuses_to_change_a_frozen_version()
    {
        var cluster = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();
        await cluster.Post($"residents/{id}/mapping", Scene.Mapping());

        await Assert.ThrowsAsync<PostgresException>(() =>
            fixture.InDatabase(db =>
                db.MappingVersions.Where(m => m.ResidentId == id)
                    .ExecuteUpdateAsync(m => m.SetProperty(v => v.AnsweredBy, AnsweredBy.Staff))
            )
        );
    }

    [Fact]
    public async Task Submissions_at_the_same_time_get_one_version_each()
    {
        var cluster = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();
        await cluster.Post($"residents/{id}/mapping", Scene.Mapping());
        var correction = Scene.Mapping();
        correction["reason"] = "More came up";

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => cluster.Post($"residents/{id}/mapping", correction))
        );

        var versions = new List<int?>();
        foreach (var answer in answers)
        {
            versions.Add((int?)(await answer.ReadAs(HttpStatusCode.Created))["version"]);
        }

        Assert.Equal([2, 3, 4, 5, 6], versions.Order());
    }

    [Fact]
    public async Task A_mapping_for_somebody_elses_resident_is_refused_and_changes_nothing()
    {
        var cluster = await Scene.Establish(fixture);
        var other = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();

        await other.Post($"residents/{id}/mapping", Scene.Mapping()).Refused(404, "unknown-resident");
        await cluster
            .HostMunicipality.Post($"residents/{id}/mapping", Scene.Mapping())
            .Refused(404, "unknown-resident");

        Assert.False(await fixture.InDatabase(db => db.MappingVersions.AnyAsync(m => m.ResidentId == id)));
    }

    [Fact]
    public async Task A_childs_competence_is_not_mapped()
    {
        var cluster = await Scene.Establish(fixture);
        var id = await cluster.ArriveId(age: 17);

        await cluster.Post($"residents/{id}/mapping", Scene.Mapping()).Refused(422, "mapping-is-for-adults");
    }

    [Fact]
    public async Task Somebody_who_came_of_age_at_the_centre_can_be_mapped_and_is_in_time()
    {
        var cluster = await Scene.Establish(fixture);
        var arrival = cluster.Arrival();
        arrival["birthDate"] = Scene.Day(fixture.Clock.Today().AddYears(-18).AddDays(2));
        var id = (await cluster.Arrive(arrival))["id"]!.GetValue<Guid>();
        var heard = await fixture.Listen<MappingCompleted>();
        fixture.Clock.MoveTo(fixture.Clock.Today().AddDays(40));

        await (await cluster.Post($"residents/{id}/mapping", Scene.Mapping())).ReadAs(HttpStatusCode.Created);

        Assert.True((await heard.First(m => m.ResidentId == id)).InTime);
    }

    public static TheoryData<string, string, string> BadAnswers =>
        new()
        {
            { "languages", """[{"language":"zz","level":"a1"}]""", "/languages/0/language" },
            { "languages", "[null]", "/languages/0" },
            {
                "education",
                """[{"level":"primary","country":"QQ","years":1,"completed":true}]""",
                "/education/0/country"
            },
            {
                "education",
                """[{"level":"primary","country":"ER","years":-1,"completed":true}]""",
                "/education/0/years"
            },
            {
                "education",
                """[{"level":"master","country":"ER","years":2,"completed":true,"fieldCode":"7"}]""",
                "/education/0/fieldCode"
            },
            { "work", """[{"occupation":" ","country":"ER","years":1}]""", "/work/0/occupation" },
            { "work", """[{"occupation":"Cook","country":"ER","years":1,"styrk08":"51200"}]""", "/work/0/styrk08" },
            { "work", """[{"occupation":"Cook","country":"ER","years":81}]""", "/work/0/years" },
            { "drivingLicences", """["B","Z"]""", "/drivingLicences/1" },
            { "skills", """["Sewing",""]""", "/skills/1" },
            { "interests", "[null]", "/interests/0" },
            { "wishes", """{"work":""}""", "/wishes/work" },
        };

    [Theory]
    [MemberData(nameof(BadAnswers))]
    public async Task A_bad_answer_is_named(string member, string json, string pointer)
    {
        var cluster = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();
        var mapping = Scene.Mapping();
        mapping[member] = JsonNode.Parse(json);

        await (await cluster.Post($"residents/{id}/mapping", mapping)).RefusesMember(pointer, "MAP-4");
        Assert.False(await fixture.InDatabase(db => db.MappingVersions.AnyAsync(m => m.ResidentId == id)));
    }

    [Fact]
    public async Task A_level_that_does_not_exist_is_named()
    {
        var cluster = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();
        var mapping = Scene.Mapping();
        mapping["languages"] = JsonNode.Parse("""[{"language":"so","level":"d1"}]""");

        await (await cluster.Post($"residents/{id}/mapping", mapping)).RefusesMember("/languages/0/level", null);
    }
}
