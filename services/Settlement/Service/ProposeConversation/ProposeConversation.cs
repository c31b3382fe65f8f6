using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Persistence.Policy;
using IntegrationPlatform.Settlement.Conversations;
using IntegrationPlatform.Settlement.Handoffs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement.ProposeConversation;

/// <summary>Proposes times and an agenda for the transfer conversation (SET-6).</summary>
internal static class ProposeConversation
{
    private const int Days = 3;
    private static readonly TimeOnly[] Times = [new(9, 0), new(13, 0)];

    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapGet("/residents/{id:guid}/conversation-proposals", Handle)
            .RequireScope("settlement.read")
            .Allows("SET-6", Case.Resident, Role.SettlementMunicipality, Role.Centre)
            .WithSummary("Proposes times and an agenda for the transfer conversation");

    private static async Task<Results<Ok<ConversationProposals>, ProblemHttpResult>> Handle(
        Guid id,
        SettlementDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var handoff = await db.Handoffs.AsNoTracking().SingleOrDefaultAsync(h => h.ResidentId == id, cancellation);
        var cluster = await db.Clusters.FindAsync([handoff?.ClusterId ?? Guid.Empty], cancellation);
        if (handoff?.PartOf(caller, cluster) is null)
        {
            return Refusals.UnknownResident.With();
        }

        if (handoff.ConversationHeldOn is not null)
        {
            return Refusals.ConversationAlreadyHeld.With();
        }

        var today = clock.Today();
        var notice = (int)await db.PolicyAsync(SettlementPolicy.ConversationNotice, today, cancellation);
        var hasElements = await db.Elements.AnyAsync(e => e.ResidentId == id, cancellation);
        return TypedResults.Ok(
            new ConversationProposals(
                [
                    .. NorwegianWorkdays
                        .From(today.AddDays(notice))
                        .Take(Days)
                        .SelectMany(day => Times.Select(time => new ConversationTime(day, time))),
                ],
                [.. Agenda.Of(handoff, hasElements)]
            )
        );
    }
}

/// <summary>When a conversation could be held, and about what.</summary>
/// <param name="Times">Possible times.</param>
/// <param name="Agenda">The agenda, in its order.</param>
public sealed record ConversationProposals(IReadOnlyList<ConversationTime> Times, IReadOnlyList<AgendaItem> Agenda);

/// <summary>A possible time.</summary>
/// <param name="Day">The day.</param>
/// <param name="From">When it begins, in Norway.</param>
public sealed record ConversationTime(DateOnly Day, TimeOnly From);
