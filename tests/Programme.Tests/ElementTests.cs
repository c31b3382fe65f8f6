using System.Text;
using IntegrationPlatform.Programme.Contracts;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Programme.Tests;

/// <summary>Completed elements of the introduction programme (PRO-6).</summary>
[Collection(ProgrammeFixture.Name)]
public sealed class ElementTests(ProgrammeFixture programme)
{
    [Fact]
    public async Task A_completed_element_is_published_and_its_evidence_sealed()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.AResident(cluster);
        var heard = await programme.Listen<ElementCompleted>();
        using var municipality = programme.Client(cluster.Municipality);

        await municipality.Post(Elements(resident), Element(programme.Today)).Json();

        var completed = await heard.First(e => e.ResidentId == resident);
        var read = await municipality.Get(Elements(resident)).Json();
        var stored = await programme.InDatabase(db => db.Elements.SingleAsync(e => e.ResidentId == resident));
        Assert.Equal(new ElementCompleted(resident, cluster.Id, "parental-guidance", programme.Today), completed);
        Assert.Equal("Certificate 17", read[0].GetProperty("evidence").GetString());
        Assert.DoesNotContain("Certificate", Encoding.UTF8.GetString(stored.Evidence), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_element_is_completed_once()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.AResident(cluster);
        using var centre = programme.Client(cluster.Centre);
        await centre.Post(Elements(resident), Element(programme.Today)).Json();

        await centre.Post(Elements(resident), Element(programme.Today)).Refused(409, "element-already-completed");
    }

    [Fact]
    public async Task An_unknown_element_in_the_future_without_evidence_is_refused_member_by_member()
    {
        var cluster = await programme.ACluster();
        var resident = await programme.AResident(cluster);
        using var centre = programme.Client(cluster.Centre);

        var members = await centre
            .Post(
                Elements(resident),
                new
                {
                    element = "dancing",
                    completedOn = programme.Today.AddDays(1),
                    evidence = "",
                }
            )
            .RefusedMembers();

        Assert.Equal(["/element", "/completedOn", "/evidence"], members);
    }

    private static object Element(DateOnly on) =>
        new
        {
            element = "parental-guidance",
            completedOn = on,
            evidence = "Certificate 17",
        };

    private static string Elements(Guid resident) => ProgrammeFixture.Of(resident, "elements");
}
