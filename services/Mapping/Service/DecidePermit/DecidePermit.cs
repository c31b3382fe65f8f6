using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Mapping.Residents;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Mapping.DecidePermit;

/// <summary>UDI registers its decision on a permit; of several, the newest holds (MAP-1).</summary>
internal static class DecidePermit
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/residents/{id:guid}/permit", Handle)
            .RequireScope("mapping.permit")
            .Allows("MAP-1", Case.Resident, Role.Udi)
            .WithSummary("Registers a decision on a permit");

    private static async Task<Results<Ok<PermitInForce>, ProblemHttpResult>> Handle(
        Guid id,
        Decision decision,
        MappingDb db,
        ResidentAccess access,
        Caller caller,
        TimeProvider clock,
        IPublishEndpoint bus,
        CancellationToken cancellation
    )
    {
        if (await access.LockAsync(id, caller, cancellation) is not { } resident)
        {
            return Refusals.UnknownResident.With();
        }

        var errors = new FieldErrors()
            .Require(decision.Permit != PermitStatus.Likely, "/permit", "MAP-1", "Must be granted or refused.")
            .Require(decision.DecidedOn <= clock.Today(), "/decidedOn", "MAP-1", "Is in the future.");
        if (errors.Any)
        {
            return errors.Problem();
        }

        var known = await db.PermitDecisions.FindAsync([id, decision.DecidedOn], cancellation);
        if (known is not null && known.Permit != decision.Permit)
        {
            return Refusals.OtherDecisionThatDay.With();
        }

        if (known is null)
        {
            db.Add(
                new PermitDecision
                {
                    ResidentId = id,
                    DecidedOn = decision.DecidedOn,
                    Permit = decision.Permit,
                    Registered = caller.Acts(clock),
                }
            );
            if (resident.PermitDecidedOn is null || decision.DecidedOn > resident.PermitDecidedOn)
            {
                resident.Permit = decision.Permit;
                resident.PermitDecidedOn = decision.DecidedOn;
            }

            await bus.Publish(new PermitDecided(id, decision.Permit, decision.DecidedOn), cancellation);
            await db.SaveChangesAsync(cancellation);
        }

        return TypedResults.Ok(new PermitInForce(resident.Permit, resident.PermitDecidedOn!.Value));
    }
}

/// <summary>A decision on a permit.</summary>
/// <param name="Permit">Granted or refused.</param>
/// <param name="DecidedOn">The day of the decision.</param>
internal sealed record Decision(PermitStatus Permit, DateOnly DecidedOn);

/// <summary>The permit that holds after the decision was registered.</summary>
/// <param name="Permit">The outcome of the newest decision.</param>
/// <param name="DecidedOn">Its day.</param>
internal sealed record PermitInForce(PermitStatus Permit, DateOnly DecidedOn);
