using IntegrationPlatform.Programme.Contracts;
using IntegrationPlatform.Programme.Enrolments;

namespace IntegrationPlatform.Programme.Tests;

/// <summary>Who agrees a plan, and what a version is (PRO-3).</summary>
[Collection(ProgrammeFixture.Name)]
public sealed class AgreementTests(ProgrammeFixture programme)
{
    [Fact]
    public async Task A_plan_holds_when_resident_and_host_municipality_agree()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.ACommittedResident(cluster);
        var heard = await programme.Listen<PlanAgreed>();
        var version = await programme.ADraft(cluster, resident);

        var first = await programme.Agree(cluster, resident, version, "hostMunicipality");
        var second = await programme.Agree(cluster, resident, version, "resident");

        Assert.Null(first.GetProperty("agreedOn").GetString());
        Assert.Equal($"{programme.Today:O}", second.GetProperty("agreedOn").GetString());
        var agreed = await heard.First(p => p.ResidentId == resident);
        Assert.Equal(new PlanAgreed(resident, cluster.Id, 1, 37.5m, programme.Today), agreed);
        await programme.Reaches(resident, EnrolmentPhase.PlanAgreed);
    }

    [Fact]
    public async Task Two_who_agree_at_the_same_time_agree_one_plan()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.ACommittedResident(cluster);
        var heard = await programme.Listen<PlanAgreed>();
        var version = await programme.ADraft(cluster, resident);

        await Task.WhenAll(
            programme.Agree(cluster, resident, version, "hostMunicipality"),
            programme.Agree(cluster, resident, version, "resident")
        );

        await programme.Reaches(resident, EnrolmentPhase.PlanAgreed);
        await heard.First(p => p.ResidentId == resident);
        Assert.Single(heard.All, p => p.ResidentId == resident);
    }

    [Fact]
    public async Task A_party_agrees_a_version_once()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.ACommittedResident(cluster);
        var version = await programme.ADraft(cluster, resident);
        await programme.Agree(cluster, resident, version, "resident");
        using var centre = programme.Client(cluster.Centre);

        await centre.Post(Agreements(resident, version), new { party = "resident" }).Refused(409, "already-agreed");
    }

    [Fact]
    public async Task Nobody_agrees_for_another()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.ACommittedResident(cluster);
        var version = await programme.ADraft(cluster, resident);
        using var municipality = programme.Client(cluster.Municipality);
        using var centre = programme.Client(cluster.Centre);

        await municipality
            .Post(Agreements(resident, version), new { party = "resident" })
            .Refused(404, "unknown-resident");
        await centre
            .Post(Agreements(resident, version), new { party = "hostMunicipality" })
            .Refused(404, "unknown-resident");
    }

    [Fact]
    public async Task A_plan_is_agreed_only_after_the_commitment()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.AResident(cluster);
        var version = await programme.ADraft(cluster, resident);
        using var centre = programme.Client(cluster.Centre);

        await centre.Post(Agreements(resident, version), new { party = "resident" }).Refused(409, "not-committed");
    }

    [Fact]
    public async Task A_superseded_version_cannot_be_agreed()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.ACommittedResident(cluster);
        var first = await programme.ADraft(cluster, resident);
        await programme.ADraft(cluster, resident);
        using var centre = programme.Client(cluster.Centre);

        await centre.Post(Agreements(resident, first), new { party = "resident" }).Refused(409, "plan-superseded");
        await centre.Post(Agreements(resident, 99), new { party = "resident" }).Refused(404, "unknown-plan");
    }

    [Fact]
    public async Task A_change_of_an_agreed_plan_says_why_and_leaves_the_agreed_version_as_it_was()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.ACommittedResident(cluster);
        var first = await programme.ADraft(cluster, resident);
        await programme.Agree(cluster, resident, first, "resident");
        await programme.Agree(cluster, resident, first, "hostMunicipality");
        using var centre = programme.Client(cluster.Centre);

        var members = await centre
            .Post(ProgrammeFixture.Of(resident, "plans"), Week.Plan(Week.Full()))
            .RefusedMembers();
        var second = await programme.ADraft(cluster, resident, "The workplace offers another day.");
        var plans = await centre.Get(ProgrammeFixture.Of(resident, "plans")).Json();

        Assert.Equal(["/why"], members);
        Assert.Equal(2, second);
        Assert.Equal("The workplace offers another day.", plans[0].GetProperty("why").GetString());
        Assert.Null(plans[0].GetProperty("agreedOn").GetString());
        Assert.Equal($"{programme.Today:O}", plans[1].GetProperty("agreedOn").GetString());
    }

    private static string Agreements(Guid resident, int version) =>
        ProgrammeFixture.Of(resident, $"plans/{version}/agreements");
}
