using System.Text.Json;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Audit;
using IntegrationPlatform.Hosting.Sealing;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Settlement.Feeds;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement.ReadFeed;

/// <summary>
/// The events to IMDinett as a feed, for a receiver that was away: in the order of commit, so that nothing appears behind
/// a cursor that was given out (SET-4). IMDinett is IMDi's; a supplier that runs it has its access delegated.
/// </summary>
internal static class ReadFeed
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapGet("/feed", Handle)
            .RequireScope("settlement.transfer")
            .Allows("SET-4", Case.Delivery, Role.Imdi)
            .Is(Act.Sent)
            .WithSummary("Reads the events to IMDinett from a cursor on");

    private static async Task<Results<Ok<Feed>, ProblemHttpResult>> Handle(
        string? after,
        SettlementDb db,
        Caller caller,
        SectionSeal seal,
        CancellationToken cancellation
    )
    {
        var errors = FeedCursor.Read(after, "SET-4", out var cursor);
        if (errors.Any)
        {
            return errors.Problem();
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
        db.AddRange(events.Select(e => e.ResidentId).Distinct().Select(r => caller.Entry!.About(Case.Resident, r)));
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
