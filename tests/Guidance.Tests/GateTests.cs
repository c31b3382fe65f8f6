using IntegrationPlatform.Guidance.Cases;
using IntegrationPlatform.Guidance.Contracts;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Settlement.Contracts;

namespace IntegrationPlatform.Guidance.Tests;

/// <summary>Guidance is for residents who have completed the mapping (GUI-1).</summary>
[Collection(GuidanceFixture.Name)]
public sealed class GateTests(GuidanceFixture guidance)
{
    [Theory]
    [InlineData("sessions")]
    [InlineData("notes")]
    [InlineData("contributions")]
    public async Task Nothing_is_recorded_before_the_mapping(string what)
    {
        var cluster = await guidance.ACluster();
        var resident = await guidance.AnArrival(cluster);
        using var client = guidance.Client(what == "contributions" ? cluster.NavOffice : cluster.CareerCentre);
        object body = what switch
        {
            "sessions" => GuidanceFixture.Session(guidance.Today),
            "notes" => GuidanceFixture.Note("Early"),
            _ => new { givenOn = guidance.Today, text = "Early" },
        };

        var problem = await client
            .Post(GuidanceFixture.Of(resident, what), body)
            .Refused(409, "guidance-before-mapping");

        Assert.Equal("GUI-1", problem.Rule);
    }

    [Fact]
    public async Task The_completed_mapping_opens_the_case()
    {
        var cluster = await guidance.ACluster();
        var heard = await guidance.Listen<GuidanceCaseOpened>();
        var resident = await guidance.AnArrival(cluster);

        await guidance.Publish(new MappingCompleted(resident, cluster.Id, guidance.Today, InTime: true));

        await guidance.Reaches(resident, CasePhase.Open);
        var opened = await heard.First(o => o.ResidentId == resident);
        using var centre = guidance.Client(cluster.Centre);
        var found = await centre.Get(GuidanceFixture.Of(resident, "case")).Json();
        Assert.Equal(cluster.Id, opened.ClusterId);
        Assert.Equal(guidance.Today, opened.OpenedOn);
        Assert.Equal("open", found.GetProperty("state").GetString());
        Assert.Equal(opened.CaseId, found.GetProperty("caseId").GetGuid());
    }

    [Fact]
    public async Task A_mapping_before_its_cluster_waits_and_opens_when_the_cluster_is_known()
    {
        var cluster = new TestCluster();
        var resident = await guidance.AMapped(cluster, CasePhase.Queued);

        await guidance.Establish(cluster, capacity: 1);

        await guidance.Reaches(resident, CasePhase.Open);
    }

    [Fact]
    public async Task A_case_is_overdue_without_a_session_and_then_without_a_signed_note()
    {
        var cluster = await guidance.ACluster();
        var resident = await guidance.AMapped(cluster);
        using var careerCentre = guidance.Client(cluster.CareerCentre);

        guidance.Clock.MoveTo(guidance.Today.AddDays(31));
        await Eventually.Holds("the session is overdue", () => Waits("session", overdue: true));
        await careerCentre
            .Post(GuidanceFixture.Of(resident, "sessions"), GuidanceFixture.Session(guidance.Today))
            .Json();
        await Eventually.Holds("the note is waited for", () => Waits("note", overdue: false));
        guidance.Clock.MoveTo(guidance.Today.AddDays(30));
        await Eventually.Holds("the note is overdue", () => Waits("note", overdue: true));

        async Task<bool> Waits(string wait, bool overdue)
        {
            var found = await careerCentre.Get(GuidanceFixture.Of(resident, "case")).Json();
            return found.GetProperty("waitsFor").GetString() == wait
                && found.GetProperty("overdue").GetBoolean() == overdue;
        }
    }

    [Fact]
    public async Task Who_waits_too_long_for_a_place_is_overdue()
    {
        var cluster = await guidance.ACluster(capacity: 0);
        var resident = await guidance.AMapped(cluster, CasePhase.Queued);
        using var careerCentre = guidance.Client(cluster.CareerCentre);

        guidance.Clock.MoveTo(guidance.Today.AddDays(31));

        await Eventually.Holds(
            "the place is overdue",
            async () =>
                (await careerCentre.Get(GuidanceFixture.Of(resident, "case")).Json())
                    .GetProperty("overdue")
                    .GetBoolean()
        );
    }

    [Fact]
    public async Task Settlement_closes_the_case()
    {
        var cluster = await guidance.ACluster();
        var resident = await guidance.AMapped(cluster);

        await guidance.Publish(new ResidentSettled(resident, cluster.Id, "5006", guidance.Today));

        await guidance.Reaches(resident, CasePhase.Closed);
        using var careerCentre = guidance.Client(cluster.CareerCentre);
        await careerCentre
            .Post(GuidanceFixture.Of(resident, "sessions"), GuidanceFixture.Session(guidance.Today))
            .Refused(409, "guidance-closed");
    }
}
