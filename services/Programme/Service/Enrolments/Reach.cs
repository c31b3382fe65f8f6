using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Parties;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Programme.Enrolments;

/// <summary>Whose enrolment a caller reaches: one in a cluster where the caller has the part.</summary>
internal static class Reach
{
    /// <summary>Every part of a cluster.</summary>
    public static readonly Part[] Everyone = [Part.Centre, Part.HostMunicipality, Part.CareerCentre, Part.NavOffice];

    /// <summary>Reads an enrolment.</summary>
    /// <returns>Null when there is none, or none that the caller has one of the parts for: 404 either way.</returns>
    public static async Task<Reached?> EnrolmentAsync(
        this ProgrammeDb db,
        Guid residentId,
        Caller caller,
        Part[] parts,
        CancellationToken cancellation
    )
    {
        var enrolment = await db
            .Enrolments.AsNoTracking()
            .SingleOrDefaultAsync(e => e.CorrelationId == residentId && e.ArrivedOn != null && !e.Erased, cancellation);
        var cluster = enrolment is null ? null : await db.Clusters.FindAsync([enrolment.ClusterId], cancellation);
        return enrolment is not null && cluster is not null && cluster.Lets(caller.Organisation, parts)
            ? new Reached(enrolment, cluster)
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
        Part[] parts,
        CancellationToken cancellation
    )
    {
        await db.Database.ExecuteSqlAsync(
            $"select from enrolments where correlation_id = {residentId} for update",
            cancellation
        );
        return await db.EnrolmentAsync(residentId, caller, parts, cancellation);
    }
}

/// <summary>An enrolment and the cluster it is in.</summary>
internal sealed record Reached(Enrolment Enrolment, Cluster Cluster);
