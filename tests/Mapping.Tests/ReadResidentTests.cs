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

        foreach (var path in new[] { "", "/mapping", "/log" })
        {
            var notTheirs = await other.Centre.Get($"residents/{id}{path}").Refused(404, "unknown-resident");
            var notThere = await other
                .Centre.Get($"residents/{Guid.CreateVersion7()}{path}")
                .Refused(404, "unknown-resident");
            Assert.Equal(notThere.Title, notTheirs.Title);
        }

        Assert.Equal(["changed"], (await cluster.Log(id)).Select(e => (string?)e!["act"]));
    }

    [Fact]
    public async Task Each_look_is_logged_with_who_when_and_in_which_role()
    {
        var cluster = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();
        await (await cluster.Post($"residents/{id}/mapping", Scene.Mapping())).ReadAs(HttpStatusCode.Created);

        await cluster.Centre.Get($"residents/{id}");
        await cluster.CareerCentre.Get($"residents/{id}/mapping");
        await cluster.Imdi.Get($"residents/{id}");
        await cluster.Udi.Get($"residents/{id}");

        var log = await cluster.Log(id);
        Assert.Equal(
            [
                ("changed", "centre", cluster.Established.CentreOrganisation, "MAP-1"),
                ("changed", "centre", cluster.Established.CentreOrganisation, "MAP-4"),
                ("lookedAtIdentity", "centre", cluster.Established.CentreOrganisation, "ALL-1"),
                ("lookedAtCompetence", "careerCentre", cluster.Established.CareerCentreOrganisation, "MAP-5"),
                ("lookedAtCase", "imdi", "987879696", "ALL-1"),
                ("lookedAtIdentity", "udi", "974760746", "ALL-1"),
            ],
            log.Select(e => ((string?)e!["act"], (string?)e["as"], (string?)e["organisation"], (string?)e["ground"]))
        );
        Assert.All(log, e => Assert.Equal(fixture.Clock.GetUtcNow(), e!["at"]!.GetValue<DateTimeOffset>()));
        Assert.Equal("readLog", (string?)(await cluster.Log(id))[^1]!["act"]);
    }

    [Theory]
    [InlineData("nb", "Mottaket ({0}): så hvem du er: navn, DUF-nummer og fødselsdato.", false)]
    [InlineData("en", "The reception centre ({0}): saw who you are: name, DUF number and date of birth.", false)]
    [InlineData("ckb", "ناوەندی پێشوازی ({0}): بینرا تۆ کێیت: ناو، ژمارەی DUF و ڕۆژی لەدایکبوون.", true)]
    public async Task The_log_is_told_in_the_resident_s_language(string language, string sentence, bool rightToLeft)
    {
        var cluster = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();
        await cluster.Centre.Get($"residents/{id}");

        var told = (await (await cluster.Centre.Get($"residents/{id}/log?language={language}")).ReadList())[1]!;

        Assert.Equal(
            (string.Format(null, sentence, cluster.Established.CentreOrganisation), language, rightToLeft, false),
            ((string?)told["sentence"], (string?)told["language"], (bool)told["rightToLeft"]!, (bool)told["reviewed"]!)
        );
    }

    [Fact]
    public async Task A_long_log_is_read_page_by_page()
    {
        var cluster = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();
        await cluster.Centre.Get($"residents/{id}");
        await cluster.Udi.Get($"residents/{id}");

        var first = await cluster.Centre.Get($"residents/{id}/log?limit=2");
        var rest = await cluster.Centre.Get(first.NextPage()!);

        Assert.Equal(["MAP-1", "ALL-1"], (await first.ReadList()).Select(e => (string?)e!["ground"]));
        // The reading of the first page is in the log by then.
        Assert.Equal(["lookedAtIdentity", "readLog"], (await rest.ReadList()).Select(e => (string?)e!["act"]));
    }

    [Fact]
    public async Task A_language_that_is_not_there_is_refused_by_name()
    {
        var cluster = await Scene.Establish(fixture);
        var id = await cluster.ArriveId();

        var answer = await cluster.Centre.Get($"residents/{id}/log?language=xx");

        await answer.RefusesMember("?language", "ALL-1");
    }
}
