using IntegrationPlatform.Guidance.Cases;
using IntegrationPlatform.Guidance.Contracts;
using IntegrationPlatform.Guidance.Goals;
using IntegrationPlatform.Guidance.Sessions;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Persistence.Personal;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Guidance.RecordSession;

/// <summary>The career centre records a session it held (GUI-1, GUI-3).</summary>
internal static class RecordSession
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/residents/{id:guid}/sessions", Handle)
            .RequireScope("guidance.write")
            .Allows("GUI-3", Case.Resident, Role.CareerCentre)
            .WithSummary("Records a guidance session");

    private static async Task<Results<Created<RecordedSession>, ProblemHttpResult>> Handle(
        Guid id,
        SessionReport report,
        GuidanceDb db,
        Vault vault,
        Caller caller,
        TimeProvider clock,
        IPublishEndpoint bus,
        CancellationToken cancellation
    )
    {
        var reached = await db.CaseForChangeAsync(id, caller, cancellation);
        if (reached is null)
        {
            return Refusals.UnknownResident.With();
        }

        if (reached.Case.Refuses is { } refusal)
        {
            return refusal.With();
        }

        var errors = new FieldErrors()
            .Require(report.HeldOn <= clock.Today(), "/heldOn", "GUI-3", "Is in the future.")
            .Require(report.HeldOn >= reached.Case.MappedOn, "/heldOn", "GUI-1", "Is before the mapping was completed.")
            .RequireGoals(report.Goals);
        if (errors.Any)
        {
            return errors.Problem();
        }

        var session = new Session
        {
            ResidentId = id,
            HeldOn = report.HeldOn,
            Form = report.Form,
            Interpreter = report.Interpreter,
            Recorded = caller.Acts(clock),
        };
        session.SetGoals(
            vault,
            await db.KeyForSealingAsync(vault, id, cancellation),
            [.. report.Goals.Select(g => g!)]
        );
        db.Add(session);
        await bus.Publish(new SessionHeld(id, session.HeldOn), cancellation);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/guidance/v1/residents/{id}/case", new RecordedSession(session.Id));
    }
}

/// <summary>A session that was held.</summary>
/// <param name="HeldOn">The day.</param>
/// <param name="Form">Individual or group.</param>
/// <param name="Interpreter">True when an interpreter took part.</param>
/// <param name="Goals">The career goals spoken of.</param>
internal sealed record SessionReport(DateOnly HeldOn, SessionForm Form, bool Interpreter, IReadOnlyList<string?> Goals);

/// <summary>The session that was recorded.</summary>
/// <param name="Id">Its id.</param>
internal sealed record RecordedSession(Guid Id);
