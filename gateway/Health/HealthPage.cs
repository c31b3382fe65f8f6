namespace IntegrationPlatform.Gateway.Health;

/// <summary><c>GET /health</c>: whether the platform as a whole can serve.</summary>
internal static class HealthPage
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/health", AnswerAsync)
            .AllowAnonymous()
            .WithSummary("The state of everything behind the gateway");

    private static async Task<IResult> AnswerAsync(Behind behind, CancellationToken cancellation)
    {
        var (ready, report) = await behind.AskAsync(cancellation);
        return TypedResults.Text(report, "application/json", statusCode: ready ? 200 : 503);
    }
}
