using System.Globalization;
using IntegrationPlatform.Guidance.Cases;
using IntegrationPlatform.Guidance.Notes;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Audit;
using IntegrationPlatform.Hosting.Conditions;
using IntegrationPlatform.Hosting.Paging;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Persistence.Personal;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Guidance.ReadNotes;

/// <summary>
/// Reads the counsellor's note (GUI-3): the career centre every version, the NAV office and the centre, which presents
/// the resident to the settlement municipality (SET-6), the signed ones.
/// </summary>
internal static class ReadNotes
{
    private const string Signed = "the signed versions";

    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapGet("/residents/{id:guid}/notes", List)
            .WithName("readNotes")
            .RequireScope("guidance.read")
            .Allows("GUI-3", Case.Resident, Role.CareerCentre, Role.NavOffice, Role.Centre)
            .Provided(Role.NavOffice, Signed)
            .Provided(Role.Centre, Signed)
            .Is(Act.LookedAtNotes)
            .WithSummary("Reads the versions of the counsellor's note, newest first");
        v1.MapGet("/residents/{id:guid}/notes/{version:int}", Read)
            .WithName("readNote")
            .RequireScope("guidance.read")
            .Allows("GUI-3", Case.Resident, Role.CareerCentre, Role.NavOffice, Role.Centre)
            .Provided(Role.NavOffice, Signed)
            .Provided(Role.Centre, Signed)
            .Is(Act.LookedAtNotes)
            .WithSummary(
                "Reads a version of the counsellor's note; its ETag is what a comment in place of another names"
            );
    }

    private static async Task<Results<PageOf<NoteVersion>, ProblemHttpResult>> List(
        Guid id,
        [AsParameters] PageRequest page,
        GuidanceDb db,
        Vault vault,
        Caller caller,
        CancellationToken cancellation
    )
    {
        if (await db.CaseAsync(id, caller, cancellation) is not { As: var part })
        {
            return Refusals.UnknownResident.With();
        }

        var key = await db.KeyForOpeningAsync(id, cancellation);
        var notes = await Visible(db, id, part).OrderByDescending(n => n.Version).ToListAsync(cancellation);
        return page.Of(
            notes.ConvertAll(n => NoteVersion.Of(n, vault, key!)),
            n => n.Version.ToString(CultureInfo.InvariantCulture)
        );
    }

    private static async Task<Results<Tagged<NoteVersion>, ProblemHttpResult>> Read(
        Guid id,
        int version,
        GuidanceDb db,
        Vault vault,
        Caller caller,
        CancellationToken cancellation
    )
    {
        if (await db.CaseAsync(id, caller, cancellation) is not { As: var part })
        {
            return Refusals.UnknownResident.With();
        }

        var note = await Visible(db, id, part).SingleOrDefaultAsync(n => n.Version == version, cancellation);
        return note is null
            ? Refusals.UnknownNote.With()
            : new Tagged<NoteVersion>(
                NoteVersion.Of(note, vault, (await db.KeyForOpeningAsync(id, cancellation))!),
                note.Tag
            );
    }

    // A draft is the career centre's own until it is signed.
    private static IQueryable<Note> Visible(GuidanceDb db, Guid id, Role part)
    {
        var drafts = part == Role.CareerCentre;
        return db.Notes.AsNoTracking().Where(n => n.ResidentId == id && (drafts || n.SignedOn != null));
    }
}

/// <summary>A version of the counsellor's note.</summary>
/// <param name="Version">Its number.</param>
/// <param name="Language">The language it is written in.</param>
/// <param name="Text">The note.</param>
/// <param name="Goals">The resident's career goals.</param>
/// <param name="DraftedOn">The day it was drafted.</param>
/// <param name="Comment">What the resident said to it.</param>
/// <param name="SignedOn">The day it was signed; null for a draft.</param>
/// <param name="SignedBy">Organisation number of who signed it.</param>
internal sealed record NoteVersion(
    int Version,
    string Language,
    string Text,
    IReadOnlyList<string> Goals,
    DateOnly DraftedOn,
    string? Comment,
    DateOnly? SignedOn,
    string? SignedBy
)
{
    public static NoteVersion Of(Note note, Vault vault, ResidentKey key)
    {
        var words = note.Words(vault, key);
        return new NoteVersion(
            note.Version,
            note.Language,
            words.Text,
            words.Goals,
            note.Drafted.At.NorwegianDay(),
            note.CommentText(vault, key),
            note.SignedOn,
            note.Signed?.Organisation
        );
    }
}
