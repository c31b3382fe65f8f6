using IntegrationPlatform.Guidance.Cases;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Guidance.Queue;

/// <summary>
/// The places of a cluster's career centre and the queue for them, first come first served (GUI-2). Whoever looks and
/// then acts holds the lock, so that two never take the same place and none waits beside a free one.
/// </summary>
internal static class CareerCentrePlaces
{
    /// <summary>Locks a cluster's places to the end of the transaction, also before the cluster is known.</summary>
    public static Task LockPlacesAsync(this GuidanceDb db, Guid clusterId, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({clusterId.ToString()}, 0))",
            cancellation
        );

    /// <summary>How many places are free; none while the cluster is unknown or when it is revoked.</summary>
    public static async Task<int> FreePlacesAsync(this GuidanceDb db, Guid clusterId, CancellationToken cancellation)
    {
        var cluster = await db.Clusters.FindAsync([clusterId], cancellation);
        return cluster is null or { RevokedOn: not null }
            ? 0
            : cluster.GuidanceCapacity - await db.OpenCases(clusterId).CountAsync(cancellation);
    }

    /// <summary>Draws the next number of the queue.</summary>
    public static async Task<int> NextNumberAsync(this GuidanceDb db, Guid clusterId, CancellationToken cancellation) =>
        1 + await db.Cases.Where(c => c.ClusterId == clusterId).MaxAsync(c => c.QueueNumber, cancellation) ?? 1;

    /// <summary>Cases that have a place.</summary>
    public static IQueryable<GuidanceCase> OpenCases(this GuidanceDb db, Guid clusterId) =>
        db.Cases.Where(c => c.ClusterId == clusterId && c.CurrentState == nameof(CasePhase.Open));

    /// <summary>Cases that wait for a place, next first.</summary>
    public static IQueryable<GuidanceCase> QueuedCases(this GuidanceDb db, Guid clusterId) =>
        db
            .Cases.Where(c => c.ClusterId == clusterId && c.CurrentState == nameof(CasePhase.Queued))
            .OrderBy(c => c.QueueNumber);
}
