using System.Text.Json;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Sealing;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Settlement.Deliveries;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement.ReadFeed;

/// <summary>
/// The events to IMDinett as a feed, for a receiver that was away: in the order of commit, so that nothing appears behind
/// a cursor that was given out (SET-4).
/// </summary>
internal static class ReadFeed
{
    private const int PageSize = 50;

    private static readonly ProblemType NotImdinett = new(
        "feed-not-yours",
        403,
        "SET-4",
        "Only IMDinett reads the transfer events"
    );

    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapGet("/feed", Handle)
            .RequireScope("settlement.transfer")
            .WithSummary("Reads the events to IMDinett from a cursor on");

    private static async Task<Results<Ok<Feed>, ProblemHttpResult>> Handle(
        string? after,
        SettlementDb db,
        Caller caller,
        ImdinettSettings imdinett,
        SectionSeal seal,
        CancellationToken cancellation
    )
    {
        if (caller.Organisation != imdinett.Organisation)
        {
            return NotImdinett.With();
        }

        var cursor = FeedCursor.Start;
        if (after is not null && !FeedCursor.TryParse(after, out cursor))
        {
            return new FieldErrors()
                .Require(holds: false, "?after", "SET-4", "Is not a cursor that the feed gave out.")
                .Problem();
        }

        // Transactions below the snapshot's xmin are over: no row of theirs can still appear.
        var events = await db
            .Deliveries.FromSql(
                $"""
                select * from deliveries
                where (transaction, id) > ({cursor.Transaction}, {cursor.Id})
                    and transaction < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
                order by transaction, id
                limit {PageSize}
                """
            )
            .AsNoTracking()
            .ToListAsync(cancellation);
        var next = events is [.., var last] ? new FeedCursor(last.Transaction, last.Id) : cursor;
        return TypedResults.Ok(
            new Feed(
                [.. events.Where(e => e.Sealed is not null).Select(e => seal.Open<JsonElement>(e.Sealed!))],
                next.ToString(),
                events.Count == PageSize
            )
        );
    }
}

/// <summary>Events, oldest first.</summary>
/// <param name="Events">CloudEvents, as they are pushed.</param>
/// <param name="Next">Send it as <c>after</c> to read on, now or later.</param>
/// <param name="More">True when there is more to read at once.</param>
public sealed record Feed(IReadOnlyList<JsonElement> Events, string Next, bool More);
