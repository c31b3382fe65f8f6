using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IntegrationPlatform.Hosting.Health;

/// <summary>
/// What an orchestrator asks: <c>/live</c> (restart me when it fails: no check of anything else), <c>/startup</c> (the
/// host has started) and <c>/ready</c> (send me requests: every check tagged <see cref="ReadyTag"/>).
/// </summary>
internal static class HealthRoutes
{
    public const string ReadyTag = "ready";
    public const string StartupTag = "startup";
    private static readonly string[] Paths = ["/live", "/startup", "/ready"];

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/live", Of(_ => false)).AllowAnonymous();
        routes.MapHealthChecks("/startup", Of(check => check.Tags.Contains(StartupTag))).AllowAnonymous();
        routes.MapHealthChecks("/ready", Of(check => check.Tags.Contains(ReadyTag))).AllowAnonymous();
    }

    /// <summary>True for a probe, which is not worth a trace.</summary>
    public static bool IsProbe(PathString path) =>
        Array.Exists(Paths, probe => path.Equals(probe, StringComparison.Ordinal));

    private static HealthCheckOptions Of(Func<HealthCheckRegistration, bool> predicate) =>
        new() { Predicate = predicate, ResponseWriter = WriteAsync };

    // States and our own descriptions only: an exception's text may hold addresses or credentials.
    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        var checks = new JsonObject();
        foreach (var (name, entry) in report.Entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            var state = new JsonObject
            {
                ["status"] = Text(entry.Status),
                ["milliseconds"] = Math.Round(entry.Duration.TotalMilliseconds),
            };
            if (entry.Exception is null && entry.Description is { } description)
            {
                state["description"] = description;
            }

            checks[name] = state;
        }

        var body = new JsonObject { ["status"] = Text(report.Status), ["checks"] = checks };
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body.ToJsonString(JsonSerializerOptions.Web));
    }

    private static string Text(HealthStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());
}
