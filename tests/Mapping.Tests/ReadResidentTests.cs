using System.Net;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Mapping.Tests.Support;
using IntegrationPlatform.Tests.Support;

namespace IntegrationPlatform.Mapping.Tests;

/// <summary>Who may look at a resident, what they see, and that each look is logged (ALL-1).</summary>
[Collection(MappingService.Name)]
public sealed class ReadResidentTests(MappingFixture fixture)
{
    [Fact]
    public async Task The_centre_reads_who_its_resident_is()
    {
        var cluster = await Scene.Establish(fixture);
        var arrival = cluster.Arrival();
        var id = (await cluster.Arrive(arrival))["id"]!.GetValue<Guid>();

        var resident = await (await cluster.Centre.Get($"residents/{id}")).ReadAs(HttpStatusCode.OK);

        Assert.Equal((string?)arrival["duf"], (string?)resident["identity"]!["duf"]);
        Assert.Equal((string?)arrival["name"], (string?)resident["identity"]!["name"]);
        Assert.Equal(["so", "ar"], resident["identity"]!["languages"]!.AsArray().Select(l => (string?)l));
        Assert.Equal("adult", (string?)resident["ageGroup"]);
        Assert.Equal("likely", (string?)resident["permit"]);
        Assert.Equal(Scene.Day(fixture.Clock.Today().AddDays(14)), (string?)resident["mappingDueOn"]);
        Assert.Equal(0, (int?)resident["mappingVersion"]);
    }

    [Fact]
    public async Task UDI_and_the_host_municipality_read_it_too()
    {
        var cluster = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();

        foreach (var reader in new[] { cluster.Udi, cluster.HostMunicipality })
        {
            var resident = await (await reader.Get($"residents/{id}")).ReadAs(HttpStatusCode.OK);
            Assert.NotNull(resident["identity"]);
        }
    }

    [Fact]
    public async Task IMDi_sees_the_case_without_the_person()
    {
        var cluster = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();

        var resident = await (await cluster.Imdi.Get($"residents/{id}")).ReadAs(HttpStatusCode.OK);

        Assert.Null(resident["identity"]);
        Assert.Equal("likely", (string?)resident["permit"]);
    }

    [Fact]
    public async Task The_career_centre_sees_a_resident_once_the_mapping_is_submitted()
    {
        var cluster = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();
        await cluster.CareerCentre.Get($"residents/{id}").Refused(404, "unknown-resident");

        await (await cluster.Post($"residents/{id}/mapping", Scene.Mapping())).ReadAs(HttpStatusCode.Created);

        await (await cluster.CareerCentre.Get($"residents/{id}")).ReadAs(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Somebody_elses_resident_and_none_at_all_look_the_same()
    {
        var cluster = await Scene.Establish(fixture);
        var other = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();

        foreach (var path in new[] { "", "/mapping", "/looks" })
        {
            var notTheirs = await other.Centre.Get($"residents/{id}{path}").Refused(404, "unknown-resident");
            var notThere = await other
                .Centre.Get($"residents/{Guid.CreateVersion7()}{path}")
                .Refused(404, "unknown-resident");
            Assert.Equal(notThere.Title, notTheirs.Title);
        }

        Assert.Empty(await (await cluster.Centre.Get($"residents/{id}/looks")).ReadList());
    }

    [Fact]
    public async Task Each_look_is_logged_with_who_when_and_on_which_ground()
    {
        var cluster = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();
        await (await cluster.Post($"residents/{id}/mapping", Scene.Mapping())).ReadAs(HttpStatusCode.Created);

        await cluster.Centre.Get($"residents/{id}");
        await cluster.CareerCentre.Get($"residents/{id}/mapping");
        await cluster.Imdi.Get($"residents/{id}");
        await cluster.Udi.Get($"residents/{id}");

        var looks = await (await cluster.Centre.Get($"residents/{id}/looks")).ReadList();
        Assert.Equal(
            [
                ("identity", "centre", cluster.Established.CentreOrganisation),
                ("mapping", "careerCentre", cluster.Established.CareerCentreOrganisation),
                ("status", "imdi", "987879696"),
                ("identity", "udi", "974760746"),
            ],
            looks.Select(l => ((string?)l!["what"], (string?)l["ground"], (string?)l["organisation"]))
        );
        Assert.All(looks, l => Assert.Equal(fixture.Clock.GetUtcNow(), l!["at"]!.GetValue<DateTimeOffset>()));

        var half = await cluster.Centre.Get($"residents/{id}/looks?limit=2");
        var rest = await (await cluster.Centre.Get(half.NextPage()!)).ReadList();
        Assert.Equal(2, rest.Count);
    }
}
