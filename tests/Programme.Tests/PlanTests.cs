using System.Globalization;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Persistence.Policy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Programme.Tests;

/// <summary>What a plan must be (PRO-1 to PRO-5).</summary>
[Collection(ProgrammeFixture.Name)]
public sealed class PlanTests(ProgrammeFixture programme)
{
    [Fact]
    public async Task A_plan_of_37_and_a_half_hours_is_drafted()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.AResident(cluster);
        using var centre = programme.Client(cluster.Centre);

        var drafted = await centre.Post(Plans(resident), Week.Plan(Week.Full())).Json();

        Assert.Equal(1, drafted.GetProperty("version").GetInt32());
        Assert.Equal(37.5m, drafted.GetProperty("hoursPerWeek").GetDecimal());
        var missing = drafted.GetProperty("notYetIncluded").EnumerateArray().Select(k => k.GetString());
        Assert.Equal(["guidance"], missing);
    }

    [Fact]
    public async Task A_plan_under_the_required_hours_is_refused_with_the_missing_hours()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.AResident(cluster);
        using var centre = programme.Client(cluster.Centre);
        var week = Week.Full();
        week[^1] = Week.Slot("voluntary", "friday", "11:30:00", "15:59:00");

        var problem = await centre.Post(Plans(resident), Week.Plan(week)).Refused(422, "plan-under-required-hours");

        Assert.Equal("PRO-1", problem.Rule);
        Assert.Contains("0.02 hours are missing to 37.5", problem.Detail, StringComparison.Ordinal);
        Assert.False(await programme.InDatabase(db => db.Plans.AnyAsync(p => p.ResidentId == resident)));
    }

    [Theory]
    [InlineData(2016, 10, 3, "37")]
    [InlineData(2022, 2, 3, "37")]
    [InlineData(2022, 2, 4, "37.5")]
    public async Task The_required_hours_are_those_of_the_plans_own_date(int year, int month, int day, string hours)
    {
        var required = await programme.InDatabase(db =>
            db.PolicyAsync(new PolicyKey("PRO-1", "hours-per-week"), new DateOnly(year, month, day))
        );

        Assert.Equal(decimal.Parse(hours, CultureInfo.InvariantCulture), required);
    }

    [Fact]
    public async Task A_plan_without_social_studies_is_refused()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.AResident(cluster);
        using var centre = programme.Client(cluster.Centre);
        var week = Week.Full();
        week[1] = Week.Slot("vocational", "monday", "11:30:00", "16:00:00");

        var problem = await centre.Post(Plans(resident), Week.Plan(week)).Refused(422, "plan-without-required-content");

        Assert.Contains("socialStudies", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_completed_mapping_is_competence_mapping_enough()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.AResident(cluster);
        using var centre = programme.Client(cluster.Centre);
        var week = Week.Full();
        week[3] = Week.Slot("vocational", "tuesday", "11:30:00", "16:00:00");
        await centre.Post(Plans(resident), Week.Plan(week)).Refused(422, "plan-without-required-content");

        await programme.Publish(new MappingCompleted(resident, cluster.Id, programme.Today, InTime: true));
        await Eventually.Holds(
            "the mapping is known",
            () =>
                programme.InDatabase(db =>
                    db.Enrolments.AnyAsync(e => e.CorrelationId == resident && e.MappedOn != null)
                )
        );

        await centre.Post(Plans(resident), Week.Plan(week)).Json();
    }

    [Fact]
    public async Task Activities_that_overlap_are_named()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.AResident(cluster);
        using var centre = programme.Client(cluster.Centre);
        var week = Week.Full();
        week.Add(Week.Slot("voluntary", "monday", "15:59:00", "17:00:00"));

        var members = await centre.Post(Plans(resident), Week.Plan(week)).RefusedMembers();

        Assert.Equal(["/activities/10"], members);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_named_at_once()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.AResident(cluster);
        using var centre = programme.Client(cluster.Centre);
        object[] week =
        [
            Week.Slot("norwegian", "monday", "10:00:00", "09:00:00"),
            Week.Slot("norwegian", "monday", "11:00:30", "12:00:00", title: " "),
        ];

        var members = await centre.Post(Plans(resident), Week.Plan(week)).RefusedMembers();

        Assert.Equal(["/activities/0/to", "/activities/1/title", "/activities/1/from"], members);
    }

    [Fact]
    public async Task A_plan_says_how_the_resident_took_part()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.AResident(cluster);
        using var centre = programme.Client(cluster.Centre);

        var members = await centre
            .Post(Plans(resident), new { participation = " ", activities = Week.Full() })
            .RefusedMembers();

        Assert.Equal(["/participation"], members);
    }

    [Theory]
    [InlineData("\"cooking\"")]
    [InlineData("1")]
    [InlineData("null")]
    public async Task A_kind_that_does_not_exist_is_refused(string kind)
    {
        var cluster = await programme.ACluster();
        var resident = await programme.AResident(cluster);
        using var centre = programme.Client(cluster.Centre);
        var body =
            """{"participation":"Yes","activities":[{"kind":KIND,"provider":"centre","title":"T","weekday":"monday","from":"08:00:00","to":"09:00:00"}]}""";

        using var answer = await centre.PostText(Plans(resident), body.Replace("KIND", kind, StringComparison.Ordinal));

        Assert.Equal(400, (int)answer.StatusCode);
    }

    [Fact]
    public async Task NAV_takes_part_only_with_a_permit_and_its_own_assessment()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.AResident(cluster);
        using var centre = programme.Client(cluster.Centre);
        using var nav = programme.Client(cluster.NavOffice);
        var week = Week.Full();
        week[7] = Week.Slot("workOriented", "thursday", "11:30:00", "16:00:00", provider: "nav");

        await centre.Post(Plans(resident), Week.Plan(week)).Refused(422, "nav-without-permit");
        await programme.Publish(new PermitDecided(resident, PermitStatus.Granted, programme.Today));
        await Eventually.Holds(
            "the permit is known",
            () =>
                programme.InDatabase(db =>
                    db.Enrolments.AnyAsync(e => e.CorrelationId == resident && e.Permit == PermitStatus.Granted)
                )
        );
        await centre.Post(Plans(resident), Week.Plan(week)).Refused(422, "nav-without-assessment");
        await nav.Post(Assessment(resident), new { assessedOn = programme.Today, needsServices = false }).Json();
        await centre.Post(Plans(resident), Week.Plan(week)).Refused(422, "nav-without-assessment");
        await nav.Post(Assessment(resident), new { assessedOn = programme.Today, needsServices = true }).Json();

        await centre.Post(Plans(resident), Week.Plan(week)).Json();
    }

    [Fact]
    public async Task Only_NAV_records_NAVs_assessment()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.AResident(cluster);
        using var centre = programme.Client(cluster.Centre);

        await centre
            .Post(Assessment(resident), new { assessedOn = programme.Today, needsServices = true })
            .Refused(404, "unknown-resident");
    }

    [Fact]
    public async Task What_the_resident_said_is_sealed_at_rest_and_read_by_centre_and_municipality_only()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.AResident(cluster);
        await programme.ADraft(cluster, resident);
        using var municipality = programme.Client(cluster.Municipality);
        using var nav = programme.Client(cluster.NavOffice);

        var read = await municipality.Get(Plans(resident)).Json();
        var withheld = await nav.Get(Plans(resident)).Json();
        var stored = await programme.InDatabase(db => db.Plans.SingleAsync(p => p.ResidentId == resident));

        Assert.Equal("We made it together, with an interpreter.", read[0].GetProperty("participation").GetString());
        Assert.Equal("monday", read[0].GetProperty("activities")[0].GetProperty("weekday").GetString());
        Assert.Null(withheld[0].GetProperty("participation").GetString());
        Assert.DoesNotContain(
            "interpreter",
            System.Text.Encoding.UTF8.GetString(stored.Sealed),
            StringComparison.Ordinal
        );
    }

    private static string Plans(Guid resident) => ProgrammeFixture.Of(resident, "plans");

    private static string Assessment(Guid resident) => ProgrammeFixture.Of(resident, "nav-assessment");
}
