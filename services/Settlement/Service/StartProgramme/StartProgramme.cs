using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Settlement.Contracts;
using IntegrationPlatform.Settlement.Handoffs;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Settlement.StartProgramme;

/// <summary>The municipality records that a settled adult started the introduction programme (SET-7).</summary>
internal static class StartProgramme
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/residents/{id:guid}/programme-start", Handle)
            .RequireScope("settlement.write")
            .Allows("SET-7", Case.Resident, Role.SettlementMunicipality)
            .WithSummary("Records the start of the introduction programme");

    private static async Task<Results<Ok<Started>, ProblemHttpResult>> Handle(
        Guid id,
        Starting starting,
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

        if (!handoff.IsAdult)
        {
            return Refusals.NotForChildren.With();
        }

        if (handoff.SettledOn is null)
        {
            return Refusals.NotSettled.With();
        }

        if (handoff.ProgrammeStartedOn is not null)
        {
            return Refusals.ProgrammeAlreadyStarted.With();
        }

        var on = starting.StartedOn;
        var errors = new FieldErrors()
            .Require(on <= clock.Today(), "/startedOn", "SET-7", "Is in the future.")
            .Require(on >= handoff.SettledOn, "/startedOn", "SET-7", "Is before the settlement.");
        if (errors.Any)
        {
            return errors.Problem();
        }

        var start = handoff.StartProgramme(on);
        await bus.Publish(
            new IntroductionProgrammeStarted(id, handoff.ClusterId, handoff.Municipality, on, start),
            cancellation
        );
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(new Started(id, on, start));
    }
}

/// <summary>A programme start.</summary>
/// <param name="StartedOn">The first day.</param>
public sealed record Starting(DateOnly StartedOn);

/// <summary>A programme that started.</summary>
/// <param name="ResidentId">The resident.</param>
/// <param name="StartedOn">The first day.</param>
/// <param name="Start">Early, in time or late.</param>
public sealed record Started(Guid ResidentId, DateOnly StartedOn, ProgrammeStart Start);
