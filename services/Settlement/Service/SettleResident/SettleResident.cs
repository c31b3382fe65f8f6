using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Persistence.Policy;
using IntegrationPlatform.Settlement.Contracts;
using IntegrationPlatform.Settlement.Handoffs;
using IntegrationPlatform.Settlement.ProgrammeStarts;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Settlement.SettleResident;

/// <summary>The municipality records that a resident moved there; for an adult the clock of SET-7 starts.</summary>
internal static class SettleResident
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/residents/{id:guid}/settlement", Handle)
            .RequireScope("settlement.write")
            .Allows("SET-7", Case.Resident, Role.SettlementMunicipality)
            .WithSummary("Records that a resident settled in the municipality");

    private static async Task<Results<Ok<Settled>, ProblemHttpResult>> Handle(
        Guid id,
        Settling settling,
        SettlementDb db,
        Caller caller,
        TimeProvider clock,
        IPublishEndpoint bus,
        CancellationToken cancellation
    )
    {
        var handoff = await db.Handoffs.LockOfAsync(id, cancellation);
        if (handoff?.PartOf(caller, cluster: null) is null)
        {
            return Refusals.UnknownResident.With();
        }

        var on = settling.SettledOn;
        var errors = new FieldErrors()
            .Require(on <= clock.Today(), "/settledOn", "SET-7", "Is in the future.")
            .Require(on >= handoff.AcceptedOn, "/settledOn", "SET-8", "Is before the acceptance.");
        if (errors.Any)
        {
            return errors.Problem();
        }

        // A conversation that nobody recorded does not keep a move from being recorded.
        if (handoff.TransferredOn is null)
        {
            return Refusals.NotTransferred.With();
        }

        if (handoff.SettledOn is not null)
        {
            return Refusals.AlreadySettled.With();
        }

        handoff.Settle(
            on,
            (int)await db.PolicyAsync(SettlementPolicy.WindowOpens, on, cancellation),
            (int)await db.PolicyAsync(SettlementPolicy.WindowCloses, on, cancellation)
        );
        await bus.Publish(new ResidentSettled(id, handoff.ClusterId, handoff.Municipality, on), cancellation);
        if (handoff.WindowClosesOn is { } closesOn)
        {
            await bus.Publish(new AwaitProgrammeStart(id, closesOn), cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(new Settled(id, on, handoff.WindowOpensOn, handoff.WindowClosesOn));
    }
}

/// <summary>A move to the municipality.</summary>
/// <param name="SettledOn">The day.</param>
public sealed record Settling(DateOnly SettledOn);

/// <summary>A settled resident.</summary>
/// <param name="ResidentId">The resident.</param>
/// <param name="SettledOn">The day.</param>
/// <param name="WindowOpensOn">The first day on which a programme start is in time; null for a child.</param>
/// <param name="WindowClosesOn">The last day on which it is in time; null for a child.</param>
public sealed record Settled(Guid ResidentId, DateOnly SettledOn, DateOnly? WindowOpensOn, DateOnly? WindowClosesOn);
