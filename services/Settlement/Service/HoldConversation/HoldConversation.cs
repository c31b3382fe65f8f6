using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Sealing;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Settlement.Handoffs;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Settlement.HoldConversation;

/// <summary>Centre or municipality records that the transfer conversation was held, and its outcome (SET-6).</summary>
internal static class HoldConversation
{
    private const int LongestSummary = 10_000;

    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/residents/{id:guid}/conversation", Handle)
            .RequireScope("settlement.write")
            .Allows("SET-6", Case.Resident, Role.SettlementMunicipality, Role.Centre)
            .WithSummary("Records the transfer conversation");

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id,
        Conversation conversation,
        SettlementDb db,
        Caller caller,
        SectionSeal seal,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var handoff = await db.Handoffs.LockOfAsync(id, cancellation);
        var cluster = await db.Clusters.FindAsync([handoff?.ClusterId ?? Guid.Empty], cancellation);
        if (handoff?.PartOf(caller, cluster) is null)
        {
            return Refusals.UnknownResident.With();
        }

        var errors = new FieldErrors()
            .Require(conversation.HeldOn <= clock.Today(), "/heldOn", "SET-6", "Is in the future.")
            .Require(conversation.HeldOn >= handoff.AcceptedOn, "/heldOn", "SET-6", "Is before the acceptance.")
            .Require(
                conversation.Summary is not { Length: > LongestSummary },
                "/summary",
                "SET-6",
                "Is longer than 10 000 characters."
            );
        if (errors.Any)
        {
            return errors.Problem();
        }

        if (handoff.TransferredOn is null)
        {
            return Refusals.NotTransferred.With();
        }

        if (handoff.ConversationHeldOn is not null)
        {
            return Refusals.ConversationAlreadyHeld.With();
        }

        handoff.HoldConversation(
            conversation.HeldOn,
            conversation.Summary is null ? null : seal.Seal(conversation.Summary)
        );
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}

/// <summary>A transfer conversation that was held.</summary>
/// <param name="HeldOn">The day.</param>
/// <param name="Summary">What came out of it; kept sealed.</param>
public sealed record Conversation(DateOnly HeldOn, string? Summary = null);
