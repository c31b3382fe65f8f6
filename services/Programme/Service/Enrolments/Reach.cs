using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Parties;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Programme.Enrolments;

/// <summary>Whose enrolment a caller reaches: one in a cluster where the caller has the part.</summary>
internal static class Reach
{
    /// <summary>Reads an enrolment.</summary>
    /// <returns>Null when there is none, or none in a part that the endpoint lets in: 404 either way.</returns>
    public static async Task<Reached?> EnrolmentAsync(
        this ProgrammeDb db,
        Guid residentId,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var enrolment = await db
            .Enrolments.AsNoTracking()
            .SingleOrDefaultAsync(e => e.CorrelationId == residentId && e.ArrivedOn != null && !e.Erased, cancellation);
        var cluster = enrolment is null ? null : await db.Clusters.FindAsync([enrolment.ClusterId], cancellation);
        var part = caller.ActsAsDirectorate ? caller.Directorate : cluster?.PartOf(caller);
        return enrolment is not null && cluster is not null && part is { } role
            ? new Reached(enrolment, cluster, role)
            : null;
    }

    /// <summary>
    /// Reads an enrolment and locks it to the end of the transaction: one change of a resident's programme at a time,
    /// and none beside an erasure.
    /// </summary>
    public static async Task<Reached?> EnrolmentForChangeAsync(
        this ProgrammeDb db,
        Guid residentId,
        Caller caller,
        CancellationToken cancellation
    )
    {
        await db.Database.ExecuteSqlAsync(
            $"select from enrolments where correlation_id = {residentId} for update",
            cancellation
        );
        return await db.EnrolmentAsync(residentId, caller, cancellation);
    }
}

/// <summary>An enrolment, the cluster it is in, and the part in which the caller acts.</summary>
internal sealed record Reached(Enrolment Enrolment, Cluster Cluster, Role As);
