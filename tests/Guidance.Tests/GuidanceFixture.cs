using System.Text.Json;
using IntegrationPlatform.Guidance.Cases;
using IntegrationPlatform.Hosting.Sealing;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Parties;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Guidance.Tests;

/// <summary>The guidance service on real servers, and what its tests say in one line.</summary>
public sealed class GuidanceFixture() : ServiceFixture<Program, GuidanceDb>("guidance")
{
    /// <summary>The name of the collection whose tests share the service.</summary>
    public const string Name = "guidance";

    /// <summary>Opens sections as the settlement handoff does.</summary>
    public SectionSeal Seal => Services.GetRequiredService<SectionSeal>();

    /// <summary>The current day.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);

    /// <summary>A client that may read and write.</summary>
    public HttpClient Client(string organisation) => As(organisation, "guidance.read", "guidance.write");

    /// <summary>A cluster that the service knows.</summary>
    public async Task<TestCluster> ACluster(int capacity = 100)
    {
        var cluster = new TestCluster();
        await Establish(cluster, capacity);
        return cluster;
    }

    /// <summary>Makes a cluster known, or changes its capacity.</summary>
    public async Task Establish(TestCluster cluster, int capacity, int version = 1)
    {
        await Publish(cluster.Established(capacity, version));
        await Eventually.Holds(
            "the cluster is known",
            () => InDatabase(db => db.Set<Cluster>().AnyAsync(c => c.Id == cluster.Id && c.Version == version))
        );
    }

    /// <summary>A resident who has arrived today.</summary>
    public async Task<Guid> AnArrival(TestCluster cluster)
    {
        var resident = Guid.CreateVersion7();
        await Publish(
            new ResidentArrived(resident, Guid.CreateVersion7(), cluster.Id, Today, AgeGroup.Adult, PermitStatus.Likely)
        );
        await Reaches(resident, CasePhase.AwaitingMapping);
        return resident;
    }

    /// <summary>A resident who has completed the mapping today, in this state thereafter.</summary>
    public async Task<Guid> AMapped(TestCluster cluster, CasePhase then = CasePhase.Open)
    {
        var resident = Guid.CreateVersion7();
        await Publish(new MappingCompleted(resident, cluster.Id, Today, InTime: true));
        await Reaches(resident, then);
        return resident;
    }

    /// <summary>A resident with a signed note.</summary>
    public async Task<Guid> AGuided(TestCluster cluster)
    {
        var resident = await AMapped(cluster);
        await Sign(cluster, resident, await ADraft(cluster, resident));
        await Reaches(resident, CasePhase.Guided);
        return resident;
    }

    /// <summary>Drafts a note and says its version.</summary>
    public async Task<int> ADraft(TestCluster cluster, Guid resident, string text = "Knows the trade well.")
    {
        using var careerCentre = Client(cluster.CareerCentre);
        var drafted = await careerCentre.Post(Of(resident, "notes"), Note(text)).Json();
        return drafted.GetProperty("version").GetInt32();
    }

    /// <summary>Signs a version.</summary>
    public async Task<JsonElement> Sign(TestCluster cluster, Guid resident, int version)
    {
        using var careerCentre = Client(cluster.CareerCentre);
        return await careerCentre.Post(Of(resident, $"notes/{version}/signature")).Json();
    }

    /// <summary>Waits until a case is in a state.</summary>
    public Task Reaches(Guid resident, CasePhase phase) =>
        Eventually.Holds(
            $"the case is {phase}",
            () =>
                InDatabase(db =>
                    db.Cases.AnyAsync(c => c.CorrelationId == resident && c.CurrentState == phase.ToString())
                )
        );

    /// <summary>A session as it is sent.</summary>
    public static object Session(DateOnly heldOn) =>
        new
        {
            heldOn,
            form = "individual",
            interpreter = true,
            goals = new[] { "Work in my own trade" },
        };

    /// <summary>A note as it is sent.</summary>
    public static object Note(string text) =>
        new
        {
            text,
            language = "fa-AF",
            goals = new[] { "Pass the Norwegian test at B1" },
        };

    /// <summary>The path of something of a resident.</summary>
    public static string Of(Guid resident, string what) => $"/guidance/v1/residents/{resident}/{what}";
}

/// <summary>The tests that share the service.</summary>
[CollectionDefinition(GuidanceFixture.Name)]
public sealed class GuidanceTests : ICollectionFixture<GuidanceFixture>;
