using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Mapping.Tests.Support;
using IntegrationPlatform.Tests.Support;
using IntegrationPlatform.Tests.Support.Contract;

namespace IntegrationPlatform.Mapping.Tests;

/// <summary>The service's API document: it is the one in docs/api, and its examples work as they stand.</summary>
public sealed class ExampleTests(MappingFixture fixture) : IClassFixture<MappingFixture>
{
    [Fact]
    public Task The_document_is_the_committed_one() => DocumentSnapshot.Holds("mapping", fixture.Anonymous());

    [Fact]
    public async Task Every_example_is_answered_as_documented()
    {
        await fixture.Publish(ExampleCase.Established);
        await Eventually.Holds(
            "the cluster is known",
            () => fixture.InDatabase(async db => await db.Clusters.FindAsync(ExampleCase.Cluster) is { Version: > 0 })
        );
        var directorates = new Directorates();
        var centre = fixture.As(ExampleCase.Centre, "mapping.read", "mapping.write", "mapping.export");
        var udi = fixture.As(directorates.Udi, "mapping.read", "mapping.permit");
        var imdi = fixture.As(directorates.Imdi, "mapping.read", "mapping.policy");
        var examples = await ExampleBook.Open("Mapping", fixture.Anonymous());

        await examples.Play("registerArrival", centre);
        await examples.Play("readResident", centre);
        await examples.Play("decidePermit", udi);
        await examples.Play("grantException", centre);
        await examples.Play("submitMapping", centre);
        await examples.Play("readMapping", centre);
        await Eventually.Holds(
            "the deadline is met",
            () =>
                fixture.InDatabase(async db =>
                    await Task.FromResult(db.Deadlines.Any(d => d.CurrentState == "InTime" && d.Revision == 2))
                )
        );
        await examples.Play("listDeadlines", centre);
        await examples.Play("listLanguages", centre);
        await examples.Play("readMappingLog", centre);
        await examples.Play("exportFromMapping", centre);
        await examples.Play("listMappingPolicies", imdi);
        await examples.Play("addMappingPolicy", imdi);
        await examples.Play("eraseResident", udi);

        Assert.Empty(examples.NotPlayed);
    }
}
