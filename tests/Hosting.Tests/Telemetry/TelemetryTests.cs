using IntegrationPlatform.Tests.Support;

namespace IntegrationPlatform.Hosting.Tests.Telemetry;

/// <summary>What an operator's collector receives.</summary>
public sealed class TelemetryTests
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string Caller = "b7ad6b7169203331";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_trace_joins_request_outbox_broker_saga_consumer_and_database(bool grpc)
    {
        await using var collector = await OtlpReceiver.StartAsync(grpc);
        await using var app = await Observed.StartAsync(collector.Settings);
        var id = Guid.CreateVersion7();

        await Send(app, HttpMethod.Post, $"/observed/v1/cases/{id}");
        await Eventually.Holds("saga and consumer have written", () => Observed.IsDone(app, id));
        await Eventually.Holds("all spans arrive", () => Task.FromResult(Joined(collector)));

        var spans = collector.Spans.Where(span => span.Trace == Trace).ToList();
        var known = spans.Select(span => span.Id).Append(Caller).ToHashSet(StringComparer.Ordinal);
        Assert.All(spans, span => Assert.Contains(span.Parent, known));
        Assert.All(spans, span => Assert.Equal("observed", span.Service));
        var request = spans.Single(span => span.Source == "Microsoft.AspNetCore");
        Assert.Equal(Caller, request.Parent);
        Assert.Equal("POST /observed/v1/cases/{id:guid}", request.Name);
        Assert.Equal("/observed/v1/cases/{id:guid}", request.Attributes["http.route"]);
        Assert.Equal("202", request.Attributes["http.response.status_code"]);
        Assert.Equal("POST", request.Attributes["http.request.method"]);

        bool Joined(OtlpReceiver received)
        {
            var ours = received.Spans.Where(span => span.Trace == Trace).ToList();
            var consumed = ours.Where(span =>
                    span.Source == "MassTransit" && span.Name.EndsWith("receive", StringComparison.Ordinal)
                )
                .ToList();
            return ours.Exists(span => span.Source == "Microsoft.AspNetCore")
                && consumed.Count >= 2
                && consumed.TrueForAll(receive => HasRows(receive, ours));
        }

        // A receive's rows are written below it, however deep.
        static bool HasRows(OtlpReceiver.Span parent, List<OtlpReceiver.Span> all) =>
            all.Where(span => span.Parent == parent.Id).Any(child => child.Source == "Npgsql" || HasRows(child, all));
    }

    [Fact]
    public async Task Metrics_and_logs_arrive_and_a_log_line_knows_its_trace()
    {
        await using var collector = await OtlpReceiver.StartAsync(grpc: true);
        await using var app = await Observed.StartAsync(collector.Settings);

        await Send(app, HttpMethod.Post, $"/observed/v1/cases/{Guid.CreateVersion7()}");

        string[] metrics =
        [
            "http.server.request.duration",
            "kestrel.active_connections",
            "dotnet.gc.collections",
            "db.client.operation.duration",
            "messaging.outbox.lag",
        ];
        foreach (var metric in metrics)
        {
            await Eventually.Holds($"{metric} arrives", () => Task.FromResult(collector.Metrics.Contains(metric)));
        }

        await Eventually.Holds(
            "the log line arrives",
            () => Task.FromResult(collector.Logs.Any(line => line is { Text: "A case is opened", Trace: Trace }))
        );
    }

    [Fact]
    public async Task A_fault_is_an_error_on_its_route_and_its_log_line_has_the_trace_that_the_client_was_told()
    {
        await using var collector = await OtlpReceiver.StartAsync(grpc: false);
        await using var app = await Observed.StartAsync(collector.Settings);

        var problem = await Problem.Of(await Send(app, HttpMethod.Get, "/observed/v1/faults"));

        Assert.Equal(Trace, problem.TraceId);
        await Eventually.Holds(
            "the span arrives",
            () =>
                Task.FromResult(
                    collector.Spans.Any(span =>
                        span.Name == "GET /observed/v1/faults" && span.Attributes["http.response.status_code"] == "500"
                    )
                )
        );
        await Eventually.Holds(
            "the log line arrives",
            () =>
                Task.FromResult(
                    collector.Logs.Any(line =>
                        line.Trace == Trace && line.Text.Contains("unhandled exception", StringComparison.Ordinal)
                    )
                )
        );
    }

    [Fact]
    public async Task Probes_leave_no_spans()
    {
        await using var collector = await OtlpReceiver.StartAsync(grpc: false);
        await using var app = await Observed.StartAsync(collector.Settings);
        foreach (var probe in new[] { "/live", "/ready", "/startup" })
        {
            await Send(app, HttpMethod.Get, probe);
        }

        await Send(app, HttpMethod.Get, "/nowhere");
        await Eventually.Holds("a later span arrives", () => Task.FromResult(Ours().Any()));

        Assert.Equal(["/nowhere"], Ours().Select(span => span.Attributes["url.path"]));

        IEnumerable<OtlpReceiver.Span> Ours() =>
            collector.Spans.Where(span => span.Trace == Trace && span.Source == "Microsoft.AspNetCore");
    }

    private static async Task<HttpResponseMessage> Send(TestApp app, HttpMethod method, string address)
    {
        using var request = new HttpRequestMessage(method, address);
        request.Headers.Add("traceparent", $"00-{Trace}-{Caller}-01");
        // No automatic client span between the caller's and ours.
        using var handler = new SocketsHttpHandler { ActivityHeadersPropagator = null };
        using var client = new HttpClient(handler) { BaseAddress = app.Address };
        client.DefaultRequestHeaders.Authorization = new("Bearer", TestTokens.For("974760746", "observed.write"));
        return await client.SendAsync(request);
    }
}
