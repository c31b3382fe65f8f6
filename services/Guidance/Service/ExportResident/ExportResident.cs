using IntegrationPlatform.Guidance.Cases;
using IntegrationPlatform.Guidance.Contracts;
using IntegrationPlatform.Guidance.Notes;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Audit;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Persistence.Personal;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Guidance.ExportResident;

/// <summary>Everything that Guidance holds on one person, for the person; the log is read out apart (ALL-1).</summary>
internal static class ExportResident
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapGet("/residents/{id:guid}/export", Handle)
            .WithName("exportFromGuidance")
            .RequireScope("guidance.export")
            .Allows("ALL-1", Case.Resident, Role.Centre, Role.Imdi)
            .Is(Act.Exported)
            .WithSummary("Takes out everything that Guidance holds on a resident");

    private static async Task<Results<Ok<GuidanceExport>, ProblemHttpResult>> Handle(
        Guid id,
        GuidanceDb db,
        Vault vault,
        Caller caller,
        CancellationToken cancellation
    )
    {
        if (await db.CaseAsync(id, caller, cancellation) is not { Case: var found })
        {
            return Refusals.UnknownResident.With();
        }

        // Without a key nothing was ever written about the person here.
        var key = await db.KeyForOpeningAsync(id, cancellation);
        var sessions = await db.Sessions.AsNoTracking().Where(s => s.ResidentId == id).ToListAsync(cancellation);
        var notes = await db.Notes.AsNoTracking().Where(n => n.ResidentId == id).ToListAsync(cancellation);
        var contributions = await db
            .Contributions.AsNoTracking()
            .Where(c => c.ResidentId == id)
            .ToListAsync(cancellation);
        return TypedResults.Ok(
            new GuidanceExport(
                id,
                found.Phase,
                found.MappedOn,
                found.OpenedOn,
                found.SettledOn,
                [
                    .. sessions
                        .OrderBy(s => s.HeldOn)
                        .Select(s => new ExportedSession(
                            s.HeldOn,
                            s.Form,
                            s.Interpreter,
                            s.Goals(vault, key!),
                            s.Recorded
                        )),
                ],
                [.. notes.OrderBy(n => n.Version).Select(n => ExportedNote.Of(n, vault, key!))],
                [
                    .. contributions
                        .OrderBy(c => c.GivenOn)
                        .Select(c => new ExportedContribution(c.GivenOn, c.Text(vault, key!), c.Recorded)),
                ]
            )
        );
    }
}

/// <summary>What Guidance holds on a person.</summary>
/// <param name="ResidentId">The id by which the platform knows the person.</param>
/// <param name="State">Where the case stands.</param>
/// <param name="MappedOn">The day of the mapping.</param>
/// <param name="OpenedOn">The day guidance began.</param>
/// <param name="SettledOn">The day of settlement.</param>
/// <param name="Sessions">The sessions.</param>
/// <param name="Notes">Every version of the counsellor's note, drafts included.</param>
/// <param name="Contributions">What NAV added.</param>
internal sealed record GuidanceExport(
    Guid ResidentId,
    CasePhase State,
    DateOnly? MappedOn,
    DateOnly? OpenedOn,
    DateOnly? SettledOn,
    IReadOnlyList<ExportedSession> Sessions,
    IReadOnlyList<ExportedNote> Notes,
    IReadOnlyList<ExportedContribution> Contributions
);

/// <summary>A session.</summary>
/// <param name="HeldOn">The day.</param>
/// <param name="Form">Individual or group.</param>
/// <param name="Interpreter">True when an interpreter took part.</param>
/// <param name="Goals">The goals.</param>
/// <param name="Recorded">Who recorded it.</param>
internal sealed record ExportedSession(
    DateOnly HeldOn,
    SessionForm Form,
    bool Interpreter,
    IReadOnlyList<string> Goals,
    Attribution Recorded
);

/// <summary>A version of the note.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Language">The language it is in.</param>
/// <param name="Words">What stands in it.</param>
/// <param name="Comment">What the resident said to it.</param>
/// <param name="SignedOn">The day it was signed.</param>
/// <param name="Drafted">Who drafted it.</param>
/// <param name="Signed">Who signed it.</param>
internal sealed record ExportedNote(
    int Version,
    string Language,
    NoteWords Words,
    string? Comment,
    DateOnly? SignedOn,
    Attribution Drafted,
    Attribution? Signed
)
{
    public static ExportedNote Of(Note note, Vault vault, ResidentKey key) =>
        new(
            note.Version,
            note.Language,
            note.Words(vault, key),
            note.CommentText(vault, key),
            note.SignedOn,
            note.Drafted,
            note.Signed
        );
}

/// <summary>What NAV added.</summary>
/// <param name="GivenOn">The day.</param>
/// <param name="Text">What it says.</param>
/// <param name="Recorded">Who recorded it.</param>
internal sealed record ExportedContribution(DateOnly GivenOn, string Text, Attribution Recorded);
