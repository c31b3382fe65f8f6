using IntegrationPlatform.Guidance.Cases;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Settlement.Contracts;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Guidance.Tests;

/// <summary>The career centre guides as many as it can; the others wait their turn (GUI-2).</summary>
[Collection(GuidanceFixture.Name)]
public sealed class QueueTests(GuidanceFixture guidance)
{
    [Fact]
    public async Task Who_finds_no_place_waits_visibly()
    {
        var cluster = await guidance.ACluster(capacity: 1);
        await guidance.AMapped(cluster);
        var second = await guidance.AMapped(cluster, CasePhase.Queued);
        var third = await guidance.AMapped(cluster, CasePhase.Queued);
        using var careerCentre = guidance.Client(cluster.CareerCentre);

        var queue = await careerCentre.Get($"/guidance/v1/queue?clusterId={cluster.Id}").Json();
        var found = await careerCentre.Get(GuidanceFixture.Of(third, "case")).Json();

        Assert.Equal(1, queue.GetProperty("capacity").GetInt32());
        Assert.Equal(1, queue.GetProperty("open").GetInt32());
        Assert.Equal(
            [second, third],
            queue.GetProperty("waiting").EnumerateArray().Select(w => w.GetProperty("residentId").GetGuid())
        );
        Assert.Equal(2, found.GetProperty("queuePosition").GetInt32());
        await careerCentre
            .Post(GuidanceFixture.Of(third, "sessions"), GuidanceFixture.Session(guidance.Today))
            .Refused(409, "guidance-in-queue");
    }

    [Fact]
    public async Task A_signed_note_frees_the_place_for_who_is_next()
    {
        var cluster = await guidance.ACluster(capacity: 1);
        var first = await guidance.AMapped(cluster);
        var second = await guidance.AMapped(cluster, CasePhase.Queued);
        var third = await guidance.AMapped(cluster, CasePhase.Queued);

        await guidance.Sign(cluster, first, await guidance.ADraft(cluster, first));

        await guidance.Reaches(second, CasePhase.Open);
        Assert.Equal(nameof(CasePhase.Queued), await StateOf(third));
    }

    [Fact]
    public async Task Who_is_settled_erased_or_refused_frees_the_place_as_well()
    {
        var cluster = await guidance.ACluster(capacity: 1);
        var first = await guidance.AMapped(cluster);
        var second = await guidance.AMapped(cluster, CasePhase.Queued);
        var third = await guidance.AMapped(cluster, CasePhase.Queued);
        var fourth = await guidance.AMapped(cluster, CasePhase.Queued);

        await guidance.Publish(new ResidentSettled(first, cluster.Id, "5006", guidance.Today));
        await guidance.Reaches(second, CasePhase.Open);
        await guidance.Publish(new ResidentErased(second));
        await guidance.Reaches(third, CasePhase.Open);
        await guidance.Publish(new PermitDecided(third, PermitStatus.Refused, guidance.Today));
        await guidance.Reaches(fourth, CasePhase.Open);
    }

    [Fact]
    public async Task A_larger_capacity_opens_those_who_wait()
    {
        var cluster = await guidance.ACluster(capacity: 1);
        await guidance.AMapped(cluster);
        var second = await guidance.AMapped(cluster, CasePhase.Queued);
        var third = await guidance.AMapped(cluster, CasePhase.Queued);

        await guidance.Establish(cluster, capacity: 3, version: 2);

        await guidance.Reaches(second, CasePhase.Open);
        await guidance.Reaches(third, CasePhase.Open);
    }

    [Fact]
    public async Task Many_who_come_at_once_never_take_more_places_than_there_are()
    {
        const int Capacity = 3;
        var cluster = await guidance.ACluster(Capacity);
        var residents = Enumerable.Range(0, 12).Select(_ => Guid.CreateVersion7()).ToArray();

        await Task.WhenAll(
            residents.Select(r => guidance.Publish(new MappingCompleted(r, cluster.Id, guidance.Today, InTime: true)))
        );
        await Eventually.Holds("three are open", async () => await Count(cluster, CasePhase.Open) == Capacity);
        await Eventually.Holds("nine wait", async () => await Count(cluster, CasePhase.Queued) == 9);
        await Task.WhenAll(
            (await Residents(cluster, CasePhase.Open)).Select(r =>
                guidance.Publish(new ResidentSettled(r, cluster.Id, "5006", guidance.Today))
            )
        );

        await Eventually.Holds("three are closed", async () => await Count(cluster, CasePhase.Closed) == Capacity);
        await Eventually.Holds("three more are open", async () => await Count(cluster, CasePhase.Open) == Capacity);
        Assert.Equal(6, await Count(cluster, CasePhase.Queued));
    }

    [Fact]
    public async Task Nobody_else_sees_the_queue()
    {
        var cluster = await guidance.ACluster();
        var other = await guidance.ACluster();
        using var stranger = guidance.Client(other.CareerCentre);

        await stranger.Get($"/guidance/v1/queue?clusterId={cluster.Id}").Refused(404, "unknown-cluster");
    }

    private Task<string> StateOf(Guid resident) =>
        guidance.InDatabase(db =>
            db.Cases.Where(c => c.CorrelationId == resident).Select(c => c.CurrentState).SingleAsync()
        );

    private Task<List<Guid>> Residents(TestCluster cluster, CasePhase phase) =>
        guidance.InDatabase(db =>
            db.Cases.Where(c => c.ClusterId == cluster.Id && c.CurrentState == phase.ToString())
                .Select(c => c.CorrelationId)
                .ToListAsync()
        );

    private async Task<int> Count(TestCluster cluster, CasePhase phase) => (await Residents(cluster, phase)).Count;
}
