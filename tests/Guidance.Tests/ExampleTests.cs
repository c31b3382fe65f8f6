using IntegrationPlatform.Guidance.Cases;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Tests.Support.Contract;

namespace IntegrationPlatform.Guidance.Tests;

/// <summary>The service's API document: it is the one in docs/api, and its examples work as they stand.</summary>
public sealed class ExampleTests(GuidanceFixture fixture) : IClassFixture<GuidanceFixture>
{
    [Fact]
    public Task The_document_is_the_committed_one() => DocumentSnapshot.Holds("guidance", fixture.Anonymous());

    [Fact]
    public async Task Every_example_is_answered_as_documented()
    {
        await fixture.Publish(ExampleCase.Established);
        await fixture.Publish(
            new MappingCompleted(ExampleCase.Resident, ExampleCase.Cluster, fixture.Today, InTime: true)
        );
        await fixture.Reaches(ExampleCase.Resident, CasePhase.Open);
        var careerCentre = fixture.Client(ExampleCase.CareerCentre);
        var centre = fixture.As(ExampleCase.Centre, "guidance.read", "guidance.export");
        var nav = fixture.Client(ExampleCase.NavOffice);
        var imdi = fixture.As(new Directorates().Imdi, "guidance.read", "guidance.policy");
        var examples = await ExampleBook.Open("Guidance", fixture.Anonymous());

        await examples.Play("recordSession", careerCentre);
        await examples.Play("addContribution", nav);
        await examples.Play("draftNote", careerCentre);
        await examples.Play("commentNote", careerCentre);
        await examples.Play("readNote", careerCentre);
        await examples.Play("signNote", careerCentre);
        await fixture.Reaches(ExampleCase.Resident, CasePhase.Guided);
        await examples.Play("readCase", careerCentre);
        await examples.Play("readNotes", careerCentre);
        await examples.Play("readGuidanceLog", centre);
        await examples.Play("exportFromGuidance", centre);
        var next = Guid.CreateVersion7();
        await fixture.Publish(ExampleCase.Established with { Version = 2, GuidanceCapacity = 0 });
        await Eventually.Holds(
            "the capacity is used up",
            () =>
                fixture.InDatabase(async db =>
                    await db.Clusters.FindAsync(ExampleCase.Cluster) is { GuidanceCapacity: 0 }
                )
        );
        await fixture.Publish(new MappingCompleted(next, ExampleCase.Cluster, fixture.Today, InTime: true));
        await fixture.Reaches(next, CasePhase.Queued);
        await examples.Play("readQueue", careerCentre);
        await examples.Play("listGuidancePolicies", imdi);
        await examples.Play("addGuidancePolicy", imdi);

        Assert.Empty(examples.NotPlayed);
    }
}
