using IntegrationPlatform.Guidance.Cases;
using IntegrationPlatform.Guidance.Contracts;
using IntegrationPlatform.Guidance.Notes;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Tokens;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Guidance.SignNote;

/// <summary>The career centre signs the newest version of the counsellor's note (GUI-3).</summary>
internal static class SignNote
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/residents/{id:guid}/notes/{version:int}/signature", Handle)
            .RequireScope("guidance.write")
            .Allows("GUI-3", Case.Resident, Role.CareerCentre)
            .WithSummary("Signs a version of the counsellor's note");

    private static async Task<Results<Ok<SignedNote>, ProblemHttpResult>> Handle(
        Guid id,
        int version,
        GuidanceDb db,
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

        var (note, notOpen) = await db.UnsignedNoteAsync(id, version, cancellation);
        if (notOpen is not null)
        {
            return notOpen.With();
        }

        note!.Sign(caller.Acts(clock));
        var signedOn = note.SignedOn!.Value;
        await bus.Publish(
            new CounsellorNoteSigned(reached.Case.CaseId, id, reached.Cluster.Id, version, signedOn),
            cancellation
        );
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(new SignedNote(version, signedOn));
    }
}

/// <summary>The version that was signed.</summary>
/// <param name="Version">Its number.</param>
/// <param name="SignedOn">The day.</param>
internal sealed record SignedNote(int Version, DateOnly SignedOn);
