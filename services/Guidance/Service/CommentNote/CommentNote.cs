using IntegrationPlatform.Guidance.Cases;
using IntegrationPlatform.Guidance.Notes;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Conditions;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Persistence.Personal;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Guidance.CommentNote;

/// <summary>The career centre records what the resident says to a note before it is signed (GUI-3).</summary>
internal static class CommentNote
{
    private const int LongestComment = 4000;

    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/residents/{id:guid}/notes/{version:int}/comment", Handle)
            .RequireScope("guidance.write")
            .TakesIfMatch()
            .Allows("GUI-3", Case.Resident, Role.CareerCentre)
            .WithSummary("Records the resident's comment on a draft, in place of an earlier one");

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id,
        int version,
        ResidentComment comment,
        HttpRequest request,
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
            .Require(!string.IsNullOrWhiteSpace(comment.Comment), "/comment", "GUI-3", "Is empty.")
            .Require(
                comment.Comment.Length <= LongestComment,
                "/comment",
                "GUI-3",
                $"Is longer than {LongestComment} characters."
            );
        if (errors.Any)
        {
            return errors.Problem();
        }

        var (note, notOpen) = await db.UnsignedNoteAsync(id, version, cancellation);
        if (notOpen is not null)
        {
            return notOpen.With();
        }

        if (IfMatch.Refuses(request, note!.Tag, overwrites: note.SealedComment is not null) is { } changed)
        {
            return changed;
        }

        note.Comment(vault, await db.KeyForSealingAsync(vault, id, cancellation), comment.Comment, caller.Acts(clock));
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}

/// <summary>What the resident says to a note.</summary>
/// <param name="Comment">The comment.</param>
internal sealed record ResidentComment(string Comment);
