using System.Diagnostics;
using IntegrationPlatform.Hosting.Health;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace IntegrationPlatform.Hosting.Telemetry;

/// <summary>
/// Completes the framework's server span: the route as its name and attribute, the status, and an error for 5xx. Probes
/// leave no span.
/// </summary>
internal sealed class RequestSpan : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(CompleteAsync);
            next(app);
        };

    private static async Task CompleteAsync(HttpContext context, RequestDelegate next)
    {
        var span = context.Features.Get<IHttpActivityFeature>()?.Activity;
        if (span is not null && HealthRoutes.IsProbe(context.Request.Path))
        {
            span.IsAllDataRequested = false;
            span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        }

        await next(context);
        if (span is not { IsAllDataRequested: true })
        {
            return;
        }

        var status = context.Response.StatusCode;
        span.SetTag("http.response.status_code", status);
        if (status >= StatusCodes.Status500InternalServerError)
        {
            span.SetStatus(ActivityStatusCode.Error);
        }

        if (Route(context) is { } route)
        {
            span.DisplayName = $"{context.Request.Method} {route}";
            span.SetTag("http.route", route);
        }
    }

    // An answer written by the exception handler has lost its endpoint; the handler keeps it.
    private static string? Route(HttpContext context) =>
        (
            context.GetEndpoint()
            ?? context.Features.Get<Microsoft.AspNetCore.Diagnostics.IExceptionHandlerFeature>()?.Endpoint
        )
            is RouteEndpoint { RoutePattern.RawText: { } pattern }
            ? pattern
            : null;
}
