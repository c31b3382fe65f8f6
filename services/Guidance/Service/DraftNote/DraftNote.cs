using System.Text.RegularExpressions;
using IntegrationPlatform.Guidance.Cases;
using IntegrationPlatform.Guidance.Goals;
using IntegrationPlatform.Guidance.Notes;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Persistence.Personal;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Guidance.DraftNote;

/// <summary>The career centre drafts the next version of the counsellor's note (GUI-3).</summary>
internal static partial class DraftNote
{
    private const int LongestText = 20_000;

    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/residents/{id:guid}/notes", Handle)
            .RequireScope("guidance.write")
            .Allows("GUI-3", Case.Resident, Role.CareerCentre)
            .WithSummary("Drafts the next version of the counsellor's note");

    private static async Task<Results<Created<DraftedNote>, ProblemHttpResult>> Handle(
        Guid id,
        NoteDraft draft,
        GuidanceDb db,
        Vault vault,
        Caller caller,
        TimeProvider clock,
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
            .Require(!string.IsNullOrWhiteSpace(draft.Text), "/text", "GUI-3", "Is empty.")
            .Require(draft.Text.Length <= LongestText, "/text", "GUI-3", $"Is longer than {LongestText} characters.")
            .Require(Bcp47().IsMatch(draft.Language), "/language", "GUI-3", "Is no language tag, such as nb or fa-AF.")
            .RequireGoals(draft.Goals);
        if (errors.Any)
        {
            return errors.Problem();
        }

        var key = await db.KeyForSealingAsync(vault, id, cancellation);
        var newest = await db.Notes.Where(n => n.ResidentId == id).MaxAsync(n => (int?)n.Version, cancellation);
        var version = (newest ?? 0) + 1;
        var note = new Note
        {
            ResidentId = id,
            Version = version,
            Language = draft.Language,
            Sealed = new NoteWords(draft.Text, [.. draft.Goals.Select(g => g!)]).Seal(vault, key, version),
            Drafted = caller.Acts(clock),
        };
        db.Add(note);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/guidance/v1/residents/{id}/notes", new DraftedNote(version));
    }

    [GeneratedRegex("^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bcp47();
}

/// <summary>A counsellor's note.</summary>
/// <param name="Text">The note.</param>
/// <param name="Language">The language it is written in (BCP 47), which the resident chose.</param>
/// <param name="Goals">The resident's career goals.</param>
internal sealed record NoteDraft(string Text, string Language, IReadOnlyList<string?> Goals);

/// <summary>The version that was drafted.</summary>
/// <param name="Version">Its number.</param>
internal sealed record DraftedNote(int Version);
