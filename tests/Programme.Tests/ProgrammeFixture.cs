using System.Text.Json;
using IntegrationPlatform.Hosting.Sealing;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Parties;
using IntegrationPlatform.Programme.Enrolments;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Programme.Tests;

/// <summary>The programme service on real servers, and what its tests say in one line.</summary>
public sealed class ProgrammeFixture() : ServiceFixture<Program, ProgrammeDb>("programme")
{
    /// <summary>The name of the collection whose tests share the service.</summary>
    public const string Name = "programme";

    /// <summary>Opens sections as the settlement handoff does.</summary>
    public SectionSeal Seal => Services.GetRequiredService<SectionSeal>();

    /// <summary>The current day.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    /// <summary>A client that may read and write.</summary>
    public HttpClient Client(string organisation) => As(organisation, "programme.read", "programme.write");

    /// <summary>A cluster that the service knows.</summary>
    public async Task<TestCluster> ACluster()
    {
        var cluster = new TestCluster();
        await Publish(cluster.Established());
        await Eventually.Holds(
            "the cluster is known",
            () => InDatabase(db => db.Set<Cluster>().AnyAsync(c => c.Id == cluster.Id && c.Version > 0))
        );
        return cluster;
    }

    /// <summary>A resident who has arrived today.</summary>
    public async Task<Guid> AResident(
        TestCluster cluster,
        AgeGroup age = AgeGroup.Adult,
        PermitStatus permit = PermitStatus.Likely
    )
    {
        var resident = Guid.CreateVersion7();
        await Publish(new ResidentArrived(resident, Guid.CreateVersion7(), cluster.Id, Today, age, permit));
        await Reaches(resident, age == AgeGroup.Adult ? EnrolmentPhase.Enrolled : EnrolmentPhase.Exempt);
        return resident;
    }

    /// <summary>A resident who has arrived today and committed.</summary>
    public async Task<Guid> ACommittedResident(TestCluster cluster, PermitStatus permit = PermitStatus.Likely)
    {
        var resident = await AResident(cluster, permit: permit);
        using var centre = Client(cluster.Centre);
        await centre.Post(Of(resident, "commitment"), new { committedOn = Today }).Json();
        await Reaches(resident, EnrolmentPhase.Committed);
        return resident;
    }

    /// <summary>Waits until an enrolment is in a state.</summary>
    public Task Reaches(Guid resident, EnrolmentPhase phase) =>
        Eventually.Holds(
            $"the enrolment is {phase}",
            () =>
                InDatabase(db =>
                    db.Enrolments.AnyAsync(e => e.CorrelationId == resident && e.CurrentState == phase.ToString())
                )
        );

    /// <summary>Drafts a plan that is right, and says its version.</summary>
    public async Task<int> ADraft(TestCluster cluster, Guid resident, string? why = null)
    {
        using var centre = Client(cluster.Centre);
        var drafted = await centre.Post(Of(resident, "plans"), Week.Plan(Week.Full(), why)).Json();
        return drafted.GetProperty("version").GetInt32();
    }

    /// <summary>Lets a party agree a version.</summary>
    public async Task<JsonElement> Agree(TestCluster cluster, Guid resident, int version, string party)
    {
        using var client = Client(party == "resident" ? cluster.Centre : cluster.Municipality);
        return await client.Post(Of(resident, $"plans/{version}/agreements"), new { party }).Json();
    }

    /// <summary>The path of something of a resident.</summary>
    public static string Of(Guid resident, string what) => $"/programme/v1/residents/{resident}/{what}";
}

/// <summary>The tests that share the service.</summary>
[CollectionDefinition(ProgrammeFixture.Name)]
public sealed class ProgrammeTests : ICollectionFixture<ProgrammeFixture>;
