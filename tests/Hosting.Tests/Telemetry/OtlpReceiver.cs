using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace IntegrationPlatform.Hosting.Tests.Telemetry;

/// <summary>A collector that keeps what it is sent over OTLP, by gRPC or by HTTP.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly bool _grpc;
    private readonly ConcurrentQueue<Span> _spans = new();
    private readonly ConcurrentDictionary<string, byte> _metrics = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<LogLine> _logs = new();

    private OtlpReceiver(WebApplication app, bool grpc) => (_app, _grpc) = (app, grpc);

    public IReadOnlyList<Span> Spans => [.. _spans];

    public IReadOnlyCollection<string> Metrics => [.. _metrics.Keys];

    public IReadOnlyList<LogLine> Logs => [.. _logs];

    /// <summary>The settings of a process that sends to it, without waiting long.</summary>
    public Dictionary<string, string?> Settings =>
        new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = _app.Urls.First(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = _grpc ? "grpc" : "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
            ["OTEL_BLRP_SCHEDULE_DELAY"] = "100",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "300",
            ["OTEL_SERVICE_NAME"] = "observed",
        };

    public static async Task<OtlpReceiver> StartAsync(bool grpc)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(
                IPAddress.Loopback,
                0,
                listen => listen.Protocols = grpc ? HttpProtocols.Http2 : HttpProtocols.Http1
            )
        );
        var app = builder.Build();
        var receiver = new OtlpReceiver(app, grpc);
        app.Run(receiver.TakeAsync);
        await app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        // gRPC puts a flag and a length before the message, and its status after the answer.
        var message = new Protobuf(body.ToArray().AsMemory(_grpc ? 5 : 0));
        var path = context.Request.Path.Value!;
        if (path.Contains("race", StringComparison.Ordinal))
        {
            TakeSpans(message);
        }
        else if (path.Contains("etrics", StringComparison.Ordinal))
        {
            foreach (var metric in message.All(1, 2, 2))
            {
                _metrics.TryAdd(metric.Text(1), 0);
            }
        }
        else
        {
            foreach (var line in message.All(1, 2, 2))
            {
                _logs.Enqueue(new LogLine(line.All(5).First().Text(1), line.Hex(9)));
            }
        }

        if (_grpc)
        {
            context.Response.ContentType = "application/grpc";
            context.Response.AppendTrailer("grpc-status", "0");
            await context.Response.Body.WriteAsync(new byte[5]);
        }
    }

    // ExportTraceServiceRequest.resource_spans / ResourceSpans.{resource, scope_spans} / ScopeSpans.{scope, spans}
    private void TakeSpans(Protobuf request)
    {
        foreach (var resource in request.All(1))
        {
            var service = resource.All(1).First().Attributes(1)["service.name"];
            foreach (var scope in resource.All(2))
            {
                var source = scope.All(1).First().Text(1);
                foreach (var span in scope.All(2))
                {
                    _spans.Enqueue(
                        new Span(
                            service,
                            source,
                            span.Text(5),
                            span.Hex(1),
                            span.Hex(2),
                            span.Hex(4),
                            span.Attributes(9)
                        )
                    );
                }
            }
        }
    }

    internal sealed record Span(
        string Service,
        string Source,
        string Name,
        string Trace,
        string Id,
        string Parent,
        IReadOnlyDictionary<string, string> Attributes
    );

    internal sealed record LogLine(string Text, string Trace);
}
