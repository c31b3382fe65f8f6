using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Programme.Enrolments;
using IntegrationPlatform.Programme.NavAssessments;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Programme.RecordNavAssessment;

/// <summary>The NAV office records whether a resident needs NAV's services (PRO-5).</summary>
internal static class RecordNavAssessment
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/residents/{id:guid}/nav-assessment", Handle)
            .RequireScope("programme.write")
            .Allows("PRO-5", Case.Resident, Role.NavOffice)
            .WithSummary("Records NAV's assessment of need");

    private static async Task<Results<Created, ProblemHttpResult>> Handle(
        Guid id,
        Assessment assessment,
        ProgrammeDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var reached = await db.EnrolmentForChangeAsync(id, caller, cancellation);
        if (reached is null)
        {
            return Refusals.UnknownResident.With();
        }

        if (reached.Enrolment.Refuses is { } refusal)
        {
            return refusal.With();
        }

        var errors = new FieldErrors().Require(
            assessment.AssessedOn <= clock.Today(),
            "/assessedOn",
            "PRO-5",
            "Is in the future."
        );
        if (errors.Any)
        {
            return errors.Problem();
        }

        db.Add(
            new NavAssessment
            {
                ResidentId = id,
                AssessedOn = assessment.AssessedOn,
                NeedsServices = assessment.NeedsServices,
                Recorded = caller.Acts(clock),
            }
        );
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/programme/v1/residents/{id}/enrolment");
    }
}

/// <summary>NAV's assessment.</summary>
/// <param name="AssessedOn">The day of it.</param>
/// <param name="NeedsServices">True when the resident needs NAV's services.</param>
internal sealed record Assessment(DateOnly AssessedOn, bool NeedsServices);
