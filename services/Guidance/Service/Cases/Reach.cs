using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Parties;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Guidance.Cases;

/// <summary>Whose case a caller reaches: one in a cluster where the caller has the part.</summary>
internal static class Reach
{
    /// <summary>Every part of a cluster.</summary>
    public static readonly Part[] Everyone = [Part.Centre, Part.HostMunicipality, Part.CareerCentre, Part.NavOffice];

    /// <summary>Reads a case.</summary>
    /// <returns>Null when there is none, or none that the caller has one of the parts for: 404 either way.</returns>
    public static async Task<Reached?> CaseAsync(
        this GuidanceDb db,
        Guid residentId,
        Caller caller,
        Part[] parts,
        CancellationToken cancellation
    )
    {
        var found = await db
            .Cases.AsNoTracking()
            .SingleOrDefaultAsync(c => c.CorrelationId == residentId && c.ClusterId != null && !c.Erased, cancellation);
        var cluster = found is null ? null : await db.Clusters.FindAsync([found.ClusterId], cancellation);
        return found is not null && cluster is not null && cluster.Lets(caller.Organisation, parts)
            ? new Reached(found, cluster)
            : null;
    }

    /// <summary>
    /// Reads a case and locks it to the end of the transaction: one change of a resident's guidance at a time, and none
    /// beside an erasure.
    /// </summary>
    public static async Task<Reached?> CaseForChangeAsync(
        this GuidanceDb db,
        Guid residentId,
        Caller caller,
        Part[] parts,
        CancellationToken cancellation
    )
    {
        await db.Database.ExecuteSqlAsync(
            $"select from guidance_cases where correlation_id = {residentId} for update",
            cancellation
        );
        return await db.CaseAsync(residentId, caller, parts, cancellation);
    }
}

/// <summary>A case and the cluster it is in.</summary>
internal sealed record Reached(GuidanceCase Case, Cluster Cluster);
