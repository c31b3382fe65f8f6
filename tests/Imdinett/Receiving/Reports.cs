namespace IntegrationPlatform.Imdinett.Receiving;

/// <summary>What was received, for tests and demonstrations.</summary>
internal static class Reports
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/counts", (int? expected, Inbox inbox) => TypedResults.Ok(inbox.Count(expected)));
        routes.MapGet("/received", (Inbox inbox) => TypedResults.Ok(inbox.Events.Select(e => e.Id)));
        routes.MapGet(
            "/transfers",
            (Inbox inbox) => TypedResults.Ok(inbox.Events.Where(e => e.IsTransfer).Select(e => e.Subject))
        );
    }
}
