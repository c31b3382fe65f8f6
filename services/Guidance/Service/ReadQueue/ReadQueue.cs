using System.ComponentModel;
using IntegrationPlatform.Guidance.Queue;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Tokens;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Guidance.ReadQueue;

/// <summary>A party of the cluster reads the career centre's queue (GUI-2).</summary>
internal static class ReadQueue
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapGet("/queue", Handle)
            .RequireScope("guidance.read")
            .Allows("GUI-2", Case.Cluster, Roles.Cluster)
            .WithSummary("Reads a career centre's places and queue, next first");

    private static async Task<Results<Ok<PlacesAndQueue>, ProblemHttpResult>> Handle(
        [Description("The cluster of the career centre.")] Guid clusterId,
        GuidanceDb db,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var cluster = await db.Clusters.FindAsync([clusterId], cancellation);
        if (cluster?.PartOf(caller) is null)
        {
            return Refusals.UnknownCluster.With();
        }

        var open = await db.OpenCases(clusterId).CountAsync(cancellation);
        var waiting = await db.QueuedCases(clusterId)
            .Select(c => new { c.CorrelationId, c.MappedOn })
            .ToListAsync(cancellation);
        return TypedResults.Ok(
            new PlacesAndQueue(
                clusterId,
                cluster.GuidanceCapacity,
                open,
                [.. waiting.Select((c, i) => new WaitingCase(i + 1, c.CorrelationId, c.MappedOn!.Value))]
            )
        );
    }
}

/// <summary>The places and the queue of a career centre.</summary>
/// <param name="ClusterId">The cluster.</param>
/// <param name="Capacity">Residents it can guide at the same time.</param>
/// <param name="Open">Residents it guides now.</param>
/// <param name="Waiting">Who waits, next first.</param>
internal sealed record PlacesAndQueue(Guid ClusterId, int Capacity, int Open, IReadOnlyList<WaitingCase> Waiting);

/// <summary>A case that waits.</summary>
/// <param name="Position">1 for who is next.</param>
/// <param name="ResidentId">The resident.</param>
/// <param name="MappedOn">The day the mapping was completed, since when the resident waits.</param>
internal sealed record WaitingCase(int Position, Guid ResidentId, DateOnly MappedOn);
