using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Parties;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Guidance.Cases;

/// <summary>Whose case a caller reaches: one in a cluster where the caller has the part.</summary>
internal static class Reach
{
    /// <summary>Reads a case.</summary>
    /// <returns>Null when there is none, or none in a part that the endpoint lets in: 404 either way.</returns>
    public static async Task<Reached?> CaseAsync(
        this GuidanceDb db,
        Guid residentId,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var found = await db
            .Cases.AsNoTracking()
            .SingleOrDefaultAsync(c => c.CorrelationId == residentId && c.ClusterId != null && !c.Erased, cancellation);
        var cluster = found is null ? null : await db.Clusters.FindAsync([found.ClusterId], cancellation);
        var part = caller.ActsAsDirectorate ? caller.Directorate : cluster?.PartOf(caller);
        return found is not null && cluster is not null && part is { } role ? new Reached(found, cluster, role) : null;
    }

    /// <summary>
    /// Reads a case and locks it to the end of the transaction: one change of a resident's guidance at a time, and none
    /// beside an erasure.
    /// </summary>
    public static async Task<Reached?> CaseForChangeAsync(
        this GuidanceDb db,
        Guid residentId,
        Caller caller,
        CancellationToken cancellation
    )
    {
        await db.Database.ExecuteSqlAsync(
            $"select from guidance_cases where correlation_id = {residentId} for update",
            cancellation
        );
        return await db.CaseAsync(residentId, caller, cancellation);
    }
}

/// <summary>A case, the cluster it is in, and the part in which the caller acts.</summary>
internal sealed record Reached(GuidanceCase Case, Cluster Cluster, Role As);
