using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Programme.Enrolments;
using IntegrationPlatform.Settlement.Contracts;

namespace IntegrationPlatform.Programme.Tests;

/// <summary>Enrolment from arrival to its end (PRO-1).</summary>
[Collection(ProgrammeFixture.Name)]
public sealed class EnrolmentTests(ProgrammeFixture programme)
{
    [Fact]
    public async Task An_adult_is_enrolled_on_arrival_and_has_fourteen_days_to_commit()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.AResident(cluster);
        using var municipality = programme.Client(cluster.Municipality);

        var enrolment = await municipality.Get(ProgrammeFixture.Of(resident, "enrolment")).Json();

        Assert.Equal("enrolled", enrolment.GetProperty("state").GetString());
        Assert.Equal("commitment", enrolment.GetProperty("waitsFor").GetString());
        Assert.Equal($"{programme.Today.AddDays(14):O}", enrolment.GetProperty("dueOn").GetString());
        Assert.False(enrolment.GetProperty("overdue").GetBoolean());
    }

    [Fact]
    public async Task A_child_is_not_enrolled()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.AResident(cluster, AgeGroup.FourToSeventeen);
        using var centre = programme.Client(cluster.Centre);

        await centre
            .Post(ProgrammeFixture.Of(resident, "commitment"), new { committedOn = programme.Today })
            .Refused(409, "not-an-adult");

        var enrolment = await centre.Get(ProgrammeFixture.Of(resident, "enrolment")).Json();
        Assert.Equal("exempt", enrolment.GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_commitment_that_does_not_come_in_time_is_overdue_until_it_comes()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.AResident(cluster);

        programme.Clock.MoveTo(programme.Today.AddDays(15));
        await Eventually.Holds("the commitment is overdue", () => Overdue(cluster, resident));

        using var centre = programme.Client(cluster.Centre);
        await centre.Post(ProgrammeFixture.Of(resident, "commitment"), new { committedOn = programme.Today }).Json();
        await Eventually.Holds("nothing is overdue", async () => !await Overdue(cluster, resident));
    }

    [Fact]
    public async Task A_plan_that_is_not_agreed_in_time_is_overdue()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.ACommittedResident(cluster);
        Assert.False(await Overdue(cluster, resident));

        programme.Clock.MoveTo(programme.Today.AddDays(29));

        await Eventually.Holds("the plan is overdue", () => Overdue(cluster, resident));
    }

    [Fact]
    public async Task A_refused_permit_ends_the_enrolment_until_a_newer_decision_grants_it()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.AResident(cluster);
        using var centre = programme.Client(cluster.Centre);

        await programme.Publish(new PermitDecided(resident, PermitStatus.Refused, programme.Today));
        await programme.Reaches(resident, EnrolmentPhase.Ended);
        await centre
            .Post(ProgrammeFixture.Of(resident, "commitment"), new { committedOn = programme.Today })
            .Refused(409, "enrolment-ended");

        await programme.Publish(new PermitDecided(resident, PermitStatus.Granted, programme.Today.AddDays(1)));
        await programme.Reaches(resident, EnrolmentPhase.Enrolled);
    }

    [Fact]
    public async Task Settlement_ends_the_enrolment()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.ACommittedResident(cluster);

        await programme.Publish(new ResidentSettled(resident, cluster.Id, "5006", programme.Today));

        await programme.Reaches(resident, EnrolmentPhase.Ended);
        using var centre = programme.Client(cluster.Centre);
        await centre
            .Post(ProgrammeFixture.Of(resident, "plans"), Week.Plan(Week.Full()))
            .Refused(409, "enrolment-ended");
    }

    [Fact]
    public async Task An_unknown_resident_and_somebody_elses_look_the_same()
    {
        var cluster = await programme.ACluster();
        var other = await programme.ACluster();
        var resident = await programme.AResident(cluster);
        using var own = programme.Client(cluster.Centre);
        using var stranger = programme.Client(other.Centre);

        var unknown = await own.Get(ProgrammeFixture.Of(Guid.CreateVersion7(), "enrolment"))
            .Refused(404, "unknown-resident");
        var notYours = await stranger.Get(ProgrammeFixture.Of(resident, "enrolment")).Refused(404, "unknown-resident");

        Assert.Equal(unknown.Title, notYours.Title);
    }

    [Fact]
    public async Task A_revoked_cluster_reaches_nobody()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.AResident(cluster);
        using var centre = programme.Client(cluster.Centre);

        await programme.Publish(new Grants.Contracts.ClusterRevoked(cluster.Id, 2, programme.Today));

        await Eventually.Holds(
            "the centre reaches nobody",
            async () =>
            {
                using var answer = await centre.Get(ProgrammeFixture.Of(resident, "enrolment"));
                return (int)answer.StatusCode == 404;
            }
        );
    }

    private async Task<bool> Overdue(TestCluster cluster, Guid resident)
    {
        using var centre = programme.Client(cluster.Centre);
        var enrolment = await centre.Get(ProgrammeFixture.Of(resident, "enrolment")).Json();
        return enrolment.GetProperty("overdue").GetBoolean();
    }
}
