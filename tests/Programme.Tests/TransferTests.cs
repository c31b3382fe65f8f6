using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Persistence.Personal;
using IntegrationPlatform.Programme.Contracts;
using IntegrationPlatform.Programme.Enrolments;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Programme.Tests;

/// <summary>What leaves for the settlement municipality, and what an erasure leaves (SET-4, ALL-1).</summary>
[Collection(ProgrammeFixture.Name)]
public sealed class TransferTests(ProgrammeFixture programme)
{
    [Fact]
    public async Task The_handoff_gets_the_agreed_plan_and_the_completed_elements_sealed()
    {
        var cluster = await programme.ACluster();
        var resident = await AnAgreedResident(cluster);
        await programme.ADraft(cluster, resident, "A draft that nobody agreed stays behind.");

        var collected = await Collect(resident);

        var section = programme.Seal.Open<ProgrammeSection>(collected.Sealed!);
        Assert.Equal(programme.Today, section.CommittedOn);
        Assert.Equal(1, section.Plan!.Version);
        Assert.Equal(37.5m, section.Plan.HoursPerWeek);
        Assert.Equal("monday", section.Plan.Activities[0].Weekday);
        Assert.Equal(10, section.Plan.Activities.Count);
        Assert.Equal("Certificate 17", section.Elements.Single().Evidence);
        Assert.DoesNotContain("Certificate", collected.Sealed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_handoff_is_answered_also_when_there_is_nothing()
    {
        var collected = await Collect(Guid.CreateVersion7());

        Assert.Null(collected.Sealed);
    }

    [Fact]
    public async Task Erasure_removes_what_is_held_on_the_resident()
    {
        var cluster = await programme.ACluster();
        var resident = await AnAgreedResident(cluster);

        await programme.Publish(new ResidentErased(resident));

        await programme.Reaches(resident, EnrolmentPhase.Ended);
        using var centre = programme.Client(cluster.Centre);
        await centre.Get(ProgrammeFixture.Of(resident, "enrolment")).Refused(404, "unknown-resident");
        Assert.Null((await Collect(resident)).Sealed);
        var left = await programme.InDatabase(async db =>
            await db.Plans.CountAsync(p => p.ResidentId == resident)
            + await db.Elements.CountAsync(e => e.ResidentId == resident)
            + await db.Commitments.CountAsync(c => c.ResidentId == resident)
            + await db.Set<ResidentKey>().CountAsync(k => k.ResidentId == resident)
        );
        Assert.Equal(0, left);
    }

    private async Task<Guid> AnAgreedResident(TestCluster cluster)
    {
        var resident = await programme.ACommittedResident(cluster);
        var version = await programme.ADraft(cluster, resident);
        await programme.Agree(cluster, resident, version, "resident");
        await programme.Agree(cluster, resident, version, "hostMunicipality");
        using var centre = programme.Client(cluster.Centre);
        var element = new
        {
            element = "parental-guidance",
            completedOn = programme.Today,
            evidence = "Certificate 17",
        };
        await centre.Post(ProgrammeFixture.Of(resident, "elements"), element).Json();
        await programme.Reaches(resident, EnrolmentPhase.PlanAgreed);
        return resident;
    }

    private async Task<ProgrammeCollected> Collect(Guid resident)
    {
        var heard = await programme.Listen<ProgrammeCollected>();
        var handoff = Guid.CreateVersion7();
        await programme.Publish(new CollectProgramme(handoff, resident));
        return await heard.First(c => c.HandoffId == handoff);
    }

    [Fact]
    public async Task All_that_is_held_on_a_person_is_exported()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.ACommittedResident(cluster);
        await programme.ADraft(cluster, resident);
        using var nav = programme.Client(cluster.NavOffice);
        await nav.Post(
                ProgrammeFixture.Of(resident, "nav-assessment"),
                new { assessedOn = programme.Today, needsServices = true }
            )
            .Json();
        using var centre = programme.As(cluster.Centre, "programme.write", "programme.export");
        await centre
            .Post(
                ProgrammeFixture.Of(resident, "elements"),
                new
                {
                    element = "parental-guidance",
                    completedOn = programme.Today,
                    evidence = "Certificate 17",
                }
            )
            .Json();

        var export = await centre.Get(ProgrammeFixture.Of(resident, "export")).Json();

        Assert.NotEqual(default, export.GetProperty("commitment").GetProperty("committedOn").GetString());
        Assert.True(export.GetProperty("navAssessments")[0].GetProperty("needsServices").GetBoolean());
        var plan = export.GetProperty("plans")[0];
        Assert.Equal("We made it together, with an interpreter.", plan.GetProperty("participation").GetString());
        Assert.Equal(10, plan.GetProperty("activities").GetArrayLength());
        Assert.Equal("Certificate 17", export.GetProperty("elements")[0].GetProperty("evidence").GetString());
    }
}
