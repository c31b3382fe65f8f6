using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Audit;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Persistence.Personal;
using IntegrationPlatform.Programme.Enrolments;
using IntegrationPlatform.Programme.Plans;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Programme.ExportResident;

/// <summary>Everything that Programme holds on one person, for the person; the log is read out apart (ALL-1).</summary>
internal static class ExportResident
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapGet("/residents/{id:guid}/export", Handle)
            .WithName("exportFromProgramme")
            .RequireScope("programme.export")
            .Allows("ALL-1", Case.Resident, Role.Centre, Role.Imdi)
            .Is(Act.Exported)
            .WithSummary("Takes out everything that Programme holds on a resident");

    private static async Task<Results<Ok<ProgrammeExport>, ProblemHttpResult>> Handle(
        Guid id,
        ProgrammeDb db,
        Vault vault,
        Caller caller,
        CancellationToken cancellation
    )
    {
        if (await db.EnrolmentAsync(id, caller, cancellation) is not { Enrolment: var enrolment })
        {
            return Refusals.UnknownResident.With();
        }

        // Without a key nothing was ever written about the person here.
        var key = await db.KeyForOpeningAsync(id, cancellation);
        var commitment = await db.Commitments.FindAsync([id], cancellation);
        var assessments = await db
            .NavAssessments.AsNoTracking()
            .Where(a => a.ResidentId == id)
            .ToListAsync(cancellation);
        var plans = await db.Plans.AsNoTracking().Where(p => p.ResidentId == id).ToListAsync(cancellation);
        var elements = await db.Elements.AsNoTracking().Where(e => e.ResidentId == id).ToListAsync(cancellation);
        return TypedResults.Ok(
            new ProgrammeExport(
                id,
                enrolment.Phase,
                enrolment.ArrivedOn,
                enrolment.Permit,
                enrolment.MappedOn,
                enrolment.SettledOn,
                commitment is null ? null : new ExportedCommitment(commitment.CommittedOn, commitment.Recorded),
                [
                    .. assessments
                        .OrderBy(a => a.AssessedOn)
                        .Select(a => new ExportedAssessment(a.AssessedOn, a.NeedsServices, a.Recorded)),
                ],
                [.. plans.OrderBy(p => p.Version).Select(p => ExportedPlan.Of(p, PlanWords.Open(vault, key!, p)))],
                [
                    .. elements
                        .OrderBy(e => e.CompletedOn)
                        .Select(e => new ExportedElement(
                            e.Code,
                            e.CompletedOn,
                            e.OpenEvidence(vault, key!),
                            e.Recorded
                        )),
                ]
            )
        );
    }
}
