using System.ComponentModel;
using System.Text.Json;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Settlement.Feeds;
using IntegrationPlatform.Settlement.Notices;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Settlement.ReadNotices;

/// <summary>What happened in the caller's cases, as a feed: everybody reads what they were told, and nobody else does.</summary>
internal static class ReadNotices
{
    private const int PageSize = 50;

    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapGet("/notices", Handle)
            .RequireScope("settlement.read")
            .Allows("SET-3", Case.Own)
            .WithSummary("Reads what happened in the caller's cases, oldest first, from a cursor on");

    private static async Task<Results<Ok<Feed>, ProblemHttpResult>> Handle(
        [Description("The cursor to read on from: next of the page before, or of the subscription.")] string? after,
        SettlementDb db,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var errors = FeedCursor.Read(after, "SET-3", out var place);
        if (errors.Any)
        {
            return errors.Problem();
        }

        var notices = await db.Notices.AfterAsync(caller.Organisation, place, PageSize, cancellation);
        return TypedResults.Ok(
            new Feed(
                notices.ConvertAll(n => JsonSerializer.SerializeToElement(n.AsEvent())),
                (notices is [.., var last] ? last.Place : place).ToString(),
                notices.Count == PageSize
            )
        );
    }
}
