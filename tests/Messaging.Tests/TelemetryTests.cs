using System.Diagnostics;
using IntegrationPlatform.Messaging.Tests.Support;
using IntegrationPlatform.Tests.Support;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationPlatform.Messaging.Tests;

/// <summary>Alone: what is measured and traced belongs to the whole process.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}

/// <summary>Each step is measured and traced, and each failure has a log line that says what to do.</summary>
[Collection(Alone.Name)]
public sealed class TelemetryTests() : Compliance(Subject.DefaultSchema), IDisposable
{
    private readonly Telemetry _told = new();
    private readonly Script _script = new();

    [Fact]
    public async Task A_message_is_measured_and_traced_from_the_request_over_the_row_to_its_consumer()
    {
        using var source = new ActivitySource("Test");
        await using var shop = await StartAsync(await NewServersAsync());
        using (source.StartActivity("request"))
        {
            await shop.PublishAsync(new OrderPlaced(Order, 1));
        }

        await Eventually.Becomes(1, () => shop.CountAsync(Order, "scripted"));
        await Eventually.Becomes(0, shop.InOutboxAsync);
        // The order, and what its consumer publishes.
        await Eventually.Becomes(
            (2d, 2d, 1d),
            () =>
                Task.FromResult(
                    (
                        _told.Of("messaging.outbox.written"),
                        _told.Of("messaging.outbox.sent"),
                        _told.Of("messaging.inbox.handled")
                    )
                )
        );
        var request = Assert.Single(_told.Spans("request"));
        Assert.Contains(_told.SpansWith("outbox.written"), span => span.TraceId == request.TraceId);
        await Traced(
            "the commit of the consumer, in the request's trace",
            () => _told.SpansWith("inbox.committed").Any(span => span.TraceId == request.TraceId)
        );
        await Traced(
            "a batch of one",
            () =>
                _told.Spans("outbox.dispatch").Any(span => Equals(span.GetTagItem("messaging.batch.message_count"), 1))
        );
    }

    [Fact]
    public async Task The_commit_of_a_group_is_linked_to_each_of_its_requests_and_its_event_goes_on_in_its_trace()
    {
        using var source = new ActivitySource("Test");
        await using var shop = await StartAsync(m =>
            m.AddConsumer<GroupRecorder>().AddGroupCommit<Taken>(new OrderIntake(Order).WriteAsync)
        );
        await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(async i =>
                {
                    using var request = source.StartActivity("request");
                    await shop.CommitInGroupAsync(new Taken($"{i}", i));
                })
        );

        await Eventually.Becomes(20, () => shop.CountAsync(Order, "taken"));
        var requests = _told.Spans("request").Select(span => span.SpanId).ToHashSet();
        var groups = _told.Spans("group.commit");
        var seen = groups.SelectMany(group =>
            group.Links.Select(link => link.Context.SpanId).Append(group.ParentSpanId)
        );
        Assert.Subset(seen.ToHashSet(), requests);
        Assert.Equal(
            groups.Select(group => group.TraceId.ToString()).Order(StringComparer.Ordinal),
            (await shop.QueryAsync(db => db.Effects.Select(e => e.Note!).Distinct().ToListAsync())).Order(
                StringComparer.Ordinal
            )
        );
    }

    [Fact]
    public async Task What_is_rolled_back_is_not_counted_as_written()
    {
        await using var shop = await StartAsync(await NewServersAsync());
        await shop.InScopeAsync(
            async (scope, db) =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                await scope.GetRequiredService<IPublishEndpoint>().Publish(new OrderPlaced(Order, 1));
                await db.SaveChangesAsync();
            }
        );
        await shop.PublishAsync(new OrderShipped(Order, 2));
        await Eventually.Becomes(1d, () => Task.FromResult(_told.Of("messaging.outbox.sent")));
        Assert.Equal(1, _told.Of("messaging.outbox.written"));
    }

    [Fact]
    public async Task A_duplicate_is_counted_and_noted_on_its_span()
    {
        await using var shop = await StartAsync(await NewServersAsync());
        var messageId = NewId.NextGuid();
        await shop.Bus.Publish(new OrderPlaced(Order, 1), c => c.MessageId = messageId);
        await shop.Bus.Publish(new OrderPlaced(Order, 1), c => c.MessageId = messageId);
        await Eventually.Becomes(1d, () => Task.FromResult(_told.Of("messaging.inbox.duplicates")));
        await Traced("the duplicate", () => _told.SpansWith("inbox.duplicate").Count == 1);
    }

    [Fact]
    public async Task A_failure_is_counted_and_logged_at_each_try_and_raises_the_alert_when_it_is_given_up()
    {
        var servers = await NewServersAsync();
        await using var raw = await RawBroker.ConnectAsync(servers.Broker);
        await using var shop = await StartAsync(servers);
        _script.Fault = _ => new TimeoutException("Not today.");
        await shop.PublishAsync(new OrderPlaced(Order, 1));
        await Eventually.Becomes(1, () => raw.CountAsync("shop-scripted_error"));

        Assert.Equal(2, _told.Of("messaging.retried", "queue=shop-scripted reason=fault"));
        Assert.Equal(1, _told.Of("messaging.faulted", "queue=shop-scripted"));
        await Traced("the tries", () => _told.SpansWith("retry").Count > 0);
        var warning = Assert.Single(_told.Logged(LogLevel.Warning));
        Assert.Contains("shop-scripted", warning, StringComparison.Ordinal);
        var alert = Assert.Single(_told.Logged(LogLevel.Error));
        Assert.Contains("shop-scripted_error", alert, StringComparison.Ordinal);
        Assert.Contains("POST /operations/redrive", alert, StringComparison.Ordinal);

        _script.Fault = _ => null;
        await shop.Errors.RedriveAsync(default);
        await Eventually.Becomes(1, () => shop.CountAsync(Order, "scripted"));
        Assert.Equal(1, _told.Of("messaging.redriven", "from=queue"));
    }

    [Fact]
    public async Task A_message_of_a_type_that_nobody_handles_raises_the_alert()
    {
        var servers = await NewServersAsync();
        await using var raw = await RawBroker.ConnectAsync(servers.Broker);
        await using var shop = await StartAsync(servers);
        await raw.PutAsync("shop-scripted", Envelope.Of(new LineAdded("2016-1"), Order), Order);
        await Eventually.Becomes(1, () => raw.CountAsync("shop-scripted_skipped"));
        Assert.Equal(1, _told.Of("messaging.faulted", "queue=shop-scripted"));
        var alert = Assert.Single(_told.Logged(LogLevel.Error));
        Assert.Contains($"{Order} of shop-scripted is of a type", alert, StringComparison.Ordinal);
        Assert.Contains("POST /operations/redrive", alert, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_and_parked_message_is_counted_logged_and_noted_and_so_is_its_redrive()
    {
        await using var shop = await StartAsync(await NewServersAsync());
        await shop.SendAsync("exchange:nobody-listens", new OrderPlaced(Order, 1));
        await Eventually.Becomes(1L, async () => (await shop.Desk.ReportAsync(default)).Parked);

        Assert.Equal(2, _told.Of("messaging.outbox.refused"));
        Assert.Equal(1, _told.Of("messaging.outbox.parked"));
        await Traced("the parking", () => _told.SpansWith("outbox.parked").Count == 1);
        Assert.Contains("refused", Assert.Single(_told.Logged(LogLevel.Warning)), StringComparison.Ordinal);
        var alert = Assert.Single(_told.Logged(LogLevel.Error));
        Assert.Contains("exchange:nobody-listens", alert, StringComparison.Ordinal);
        Assert.Contains("POST /operations/redrive", alert, StringComparison.Ordinal);
        await Eventually.Becomes(1d, () => Task.FromResult(_told.Of("messaging.outbox.stopped")));

        await shop.Desk.RedriveAsync(default);
        Assert.Equal(1, _told.Of("messaging.redriven", "from=outbox"));
    }

    [Fact]
    public async Task Lag_grows_while_the_broker_is_away_and_the_log_says_so()
    {
        var servers = await NewServersAsync();
        await using var wire = Wire.ToBroker(servers, out var wired);
        await using var shop = await StartAsync(wired);
        await shop.DispatchingAsync();
        wire.Cut();
        await shop.PublishAsync(new OrderShipped(Order, 1));
        await Eventually.Holds(
            "the age of the oldest row grows",
            () => Task.FromResult(_told.Of("messaging.outbox.lag") > 1)
        );
        Assert.Equal(1, _told.Of("messaging.outbox.waiting"));
        await Eventually.Holds(
            "the log says that the broker does not answer",
            () =>
                Task.FromResult(
                    _told
                        .Logged(LogLevel.Warning)
                        .Any(line => line.StartsWith("The broker did not answer", StringComparison.Ordinal))
                )
        );
    }

    [Fact]
    public async Task A_message_that_waits_for_the_database_is_counted_and_logged()
    {
        var servers = await NewServersAsync();
        await using var wire = Wire.ToDatabase(servers, out var wired);
        await using var shop = await StartAsync(wired);
        wire.Cut();
        await shop.Bus.Publish(new OrderPlaced(Order, 1));
        await Eventually.Holds(
            "it is tried again and again",
            () => Task.FromResult(_told.Of("messaging.retried", "queue=shop-scripted reason=outage") > 2)
        );
        Assert.Single(
            _told.Logged(LogLevel.Warning),
            line => line.Contains("shop-scripted waits for the database", StringComparison.Ordinal)
        );
        wire.Mend();
        await Eventually.Becomes(1, () => shop.CountAsync(Order, "scripted"));
    }

    public void Dispose() => _told.Dispose();

    // A span is seen when it ends, which is after what it did.
    private static Task Traced(string what, Func<bool> seen) =>
        Eventually.Holds($"{what} is traced", () => Task.FromResult(seen()));

    private Task<Service> StartAsync(Servers servers) =>
        StartAsync(
            servers,
            m =>
            {
                m.AddConsumer<Scripted>();
                m.Options.AttemptsBeforeParking = 2;
                m.Options.SendTimeout = TimeSpan.FromMilliseconds(300);
                m.Options.LongestWait = TimeSpan.FromMilliseconds(100);
                m.Options.Measure = TimeSpan.FromMilliseconds(100);
            },
            s => s.AddSingleton(_script).AddSingleton<ILoggerProvider>(_told)
        );
}
