using IntegrationPlatform.Hosting.Problems;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Guidance.Notes;

/// <summary>Finds the draft that may still be commented and signed: the newest version, unsigned (GUI-3).</summary>
internal static class UnsignedNote
{
    /// <summary>Finds it, or says why that version is not it.</summary>
    public static async Task<(Note? Note, ProblemType? Refusal)> UnsignedNoteAsync(
        this GuidanceDb db,
        Guid residentId,
        int version,
        CancellationToken cancellation
    )
    {
        var note = await db.Notes.FindAsync([residentId, version], cancellation);
        if (note is null)
        {
            return (null, Refusals.UnknownNote);
        }

        if (note.SignedOn is not null)
        {
            return (null, Refusals.NoteAlreadySigned);
        }

        return await db.Notes.AnyAsync(n => n.ResidentId == residentId && n.Version > version, cancellation)
            ? (null, Refusals.NoteSuperseded)
            : (note, null);
    }
}
