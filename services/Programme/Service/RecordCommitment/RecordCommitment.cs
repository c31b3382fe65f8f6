using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Programme.Commitments;
using IntegrationPlatform.Programme.Enrolments;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Programme.RecordCommitment;

/// <summary>The centre records that a resident committed to the full-time programme (PRO-1).</summary>
internal static class RecordCommitment
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/residents/{id:guid}/commitment", Handle)
            .RequireScope("programme.write")
            .Allows("PRO-1", Case.Resident, Role.Centre)
            .WithSummary("Records a resident's commitment");

    private static async Task<Results<Created, ProblemHttpResult>> Handle(
        Guid id,
        CommitmentMade made,
        ProgrammeDb db,
        Caller caller,
        TimeProvider clock,
        IPublishEndpoint bus,
        CancellationToken cancellation
    )
    {
        var reached = await db.EnrolmentForChangeAsync(id, caller, cancellation);
        if (reached is not { Enrolment: var enrolment })
        {
            return Refusals.UnknownResident.With();
        }

        if (enrolment.Refuses is { } refusal)
        {
            return refusal.With();
        }

        var errors = new FieldErrors()
            .Require(made.CommittedOn <= clock.Today(), "/committedOn", "PRO-1", "Is in the future.")
            .Require(made.CommittedOn >= enrolment.ArrivedOn, "/committedOn", "PRO-1", "Is before the arrival.");
        if (errors.Any)
        {
            return errors.Problem();
        }

        if (await db.Commitments.FindAsync([id], cancellation) is not null)
        {
            return Refusals.AlreadyCommitted.With();
        }

        db.Add(
            new Commitment
            {
                ResidentId = id,
                CommittedOn = made.CommittedOn,
                Recorded = caller.Acts(clock),
            }
        );
        await bus.Publish(new CommitmentRecorded(id, made.CommittedOn), cancellation);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/programme/v1/residents/{id}/enrolment");
    }
}

/// <summary>A commitment.</summary>
/// <param name="CommittedOn">The day of it.</param>
internal sealed record CommitmentMade(DateOnly CommittedOn);
