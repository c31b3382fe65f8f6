using System.Text.Json;
using IntegrationPlatform.Messaging.Outbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationPlatform.Messaging.Operations;

/// <summary>The state of a service's messaging.</summary>
/// <param name="Outbox">What is in the outbox.</param>
/// <param name="Parked">Messages that the broker refused, a hundred at most.</param>
/// <param name="ErrorQueues">Queues of messages that could not be handled; null when the broker is away.</param>
public sealed record MessagingReport(
    OutboxReport Outbox,
    IReadOnlyList<ParkedMessage> Parked,
    IReadOnlyList<ErrorQueue>? ErrorQueues
);

/// <summary>What a redrive set going.</summary>
/// <param name="Parked">Messages of the outbox.</param>
/// <param name="Errors">Messages of the error queues.</param>
public sealed record Redriven(int Parked, long Errors);

/// <summary>
/// The operator's routes of a service: <c>GET /operations/messaging</c> and <c>POST /operations/redrive</c>. They answer
/// on the service itself and never through the gateway.
/// </summary>
internal sealed partial class OperationsRoutes(ILogger<OperationsRoutes> log) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(
                (http, rest) =>
                    (http.Request.Method, http.Request.Path.Value) switch
                    {
                        ("GET", "/operations/messaging") => ReportAsync(http),
                        ("POST", "/operations/redrive") => RedriveAsync(http),
                        _ => rest(http),
                    }
            );
            next(app);
        };

    private static async Task ReportAsync(HttpContext http)
    {
        var outbox = http.RequestServices.GetRequiredService<IOutboxDesk>();
        var report = new MessagingReport(
            await outbox.ReportAsync(http.RequestAborted),
            await outbox.ParkedAsync(http.RequestAborted),
            await ErrorsAsync(http)
        );
        await http.Response.WriteAsJsonAsync(report, JsonSerializerOptions.Web, http.RequestAborted);
    }

    private static async Task<IReadOnlyList<ErrorQueue>?> ErrorsAsync(HttpContext http) =>
        await http.RequestServices.GetRequiredService<Broker>().AnswersAsync(http.RequestAborted)
            ? await http.RequestServices.GetRequiredService<ErrorQueues>().CountAsync(http.RequestAborted)
            : null;

    private async Task RedriveAsync(HttpContext http)
    {
        using var span = MessagingSpans.Source.StartActivity("redrive");
        var redriven = new Redriven(
            await http.RequestServices.GetRequiredService<IOutboxDesk>().RedriveAsync(http.RequestAborted),
            await http.RequestServices.GetRequiredService<ErrorQueues>().RedriveAsync(http.RequestAborted)
        );
        span?.SetTag("messaging.redriven.outbox", redriven.Parked).SetTag("messaging.redriven.queues", redriven.Errors);
        WasRedriven(log, redriven.Parked, redriven.Errors);
        await http.Response.WriteAsJsonAsync(redriven, JsonSerializerOptions.Web, http.RequestAborted);
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "An operator sent {Parked} parked messages and {Errors} of the error queues once more."
    )]
    private static partial void WasRedriven(ILogger log, int parked, long errors);
}
