using System.ComponentModel;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Paging;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Settlement.Deliveries;
using IntegrationPlatform.Settlement.Webhooks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement.ListDeliveries;

/// <summary>How the events to IMDinett stand, for IMDi as its operator; no personal data.</summary>
internal static class ListDeliveries
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapGet("/deliveries", List)
            .WithName("listDeliveries")
            .RequireScope("settlement.read")
            .Allows("SET-4", Case.Delivery, Role.Imdi)
            .WithSummary("Lists events to IMDinett, oldest first");
        v1.MapGet("/deliveries/{id:guid}", Show)
            .WithName("showDelivery")
            .RequireScope("settlement.read")
            .Allows("SET-4", Case.Delivery, Role.Imdi)
            .WithSummary("Shows an event's delivery with every attempt");
    }

    private static async Task<Results<Ok<DeliveryPage>, ProblemHttpResult>> List(
        [Description("Only those in this state: pending, delivered, parked or cancelled.")] string? state,
        [AsParameters] PageRequest page,
        SettlementDb db,
        CancellationToken cancellation
    )
    {
        // A query's enums are bound by their C# names; the wire says them in camelCase.
        var known = Enum.TryParse<DeliveryState>(state, ignoreCase: true, out var wanted) && Enum.IsDefined(wanted);
        if (state is not null && !known)
        {
            return new FieldErrors()
                .Require(holds: false, "?state", "SET-4", "Is pending, delivered, parked or cancelled.")
                .Problem();
        }

        var counts = await db
            .Deliveries.GroupBy(d => d.State)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
        var gone = await db.Deliveries.AnyAsync(d => d.ReceiverGone, cancellation);
        var after = page.AfterId;
        var found = await db
            .Deliveries.AsNoTracking()
            .Where(d => (state == null || d.State == wanted) && (after == null || d.Id > after))
            .OrderBy(d => d.Id)
            .Take(page.Take)
            .ToListAsync(cancellation);
        return TypedResults.Ok(
            new DeliveryPage(
                counts.GetValueOrDefault(DeliveryState.Pending),
                counts.GetValueOrDefault(DeliveryState.Delivered),
                counts.GetValueOrDefault(DeliveryState.Parked),
                gone,
                [.. found.Take(page.Shown).Select(DeliveryRow.Of)],
                found.Count > page.Shown ? PageRequest.CursorOf(found[page.Shown - 1].Id) : null
            )
        );
    }

    private static async Task<Results<Ok<DeliveryRow>, ProblemHttpResult>> Show(
        Guid id,
        SettlementDb db,
        CancellationToken cancellation
    )
    {
        var delivery = await db
            .Deliveries.AsNoTracking()
            .Include(d => d.Attempts)
            .SingleOrDefaultAsync(d => d.Id == id, cancellation);
        return delivery is null ? Refusals.UnknownDelivery.With() : TypedResults.Ok(DeliveryRow.Of(delivery));
    }
}

/// <summary>Deliveries, oldest first.</summary>
/// <param name="Pending">How many are waiting, in all.</param>
/// <param name="Delivered">How many IMDinett acknowledged, in all.</param>
/// <param name="Parked">How many need a replay, in all.</param>
/// <param name="ReceiverGone">True when IMDinett answered 410: nothing is sent until a delivery is replayed.</param>
/// <param name="Items">The deliveries of this page.</param>
/// <param name="Next">The cursor to read on from; null at the end.</param>
public sealed record DeliveryPage(
    int Pending,
    int Delivered,
    int Parked,
    bool ReceiverGone,
    IReadOnlyList<DeliveryRow> Items,
    string? Next
);

/// <summary>The delivery of one event.</summary>
/// <param name="Id">The delivery.</param>
/// <param name="EventId">The event's id.</param>
/// <param name="Type">The event's type.</param>
/// <param name="ResidentId">The resident.</param>
/// <param name="Sequence">The event's place among the resident's.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Tries">Failed attempts since it was queued or last replayed.</param>
/// <param name="NextAttemptAt">When it is sent next; null when it is not.</param>
/// <param name="DeliveredAt">When IMDinett acknowledged it.</param>
/// <param name="Attempts">Every attempt; only when one delivery is shown.</param>
public sealed record DeliveryRow(
    Guid Id,
    string EventId,
    string Type,
    Guid ResidentId,
    int Sequence,
    DeliveryState State,
    int Tries,
    DateTimeOffset? NextAttemptAt,
    DateTimeOffset? DeliveredAt,
    IReadOnlyList<AttemptRow> Attempts
)
{
    internal static DeliveryRow Of(Delivery d) =>
        new(
            d.Id,
            d.EventId,
            d.Type,
            d.ResidentId,
            d.Sequence,
            d.State,
            d.Tries,
            d.State == DeliveryState.Pending ? d.NextAttemptAt : null,
            d.DeliveredAt,
            [.. d.Attempts.OrderBy(a => a.At).Select(a => new AttemptRow(a.At, a.Outcome, a.Status, a.Milliseconds))]
        );
}

/// <summary>One attempt.</summary>
/// <param name="At">When it began.</param>
/// <param name="Outcome">How it went.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record AttemptRow(DateTimeOffset At, AttemptOutcome Outcome, int? Status, int Milliseconds);
