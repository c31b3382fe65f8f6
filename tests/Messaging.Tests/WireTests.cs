using System.Diagnostics;
using System.Text;
using IntegrationPlatform.Messaging.Outbox;
using IntegrationPlatform.Messaging.Tests.Support;
using IntegrationPlatform.Tests.Support;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client.Exceptions;

namespace IntegrationPlatform.Messaging.Tests;

public sealed class WireTests() : Compliance(Subject.DefaultSchema)
{
    [Fact]
    public async Task Trace_correlation_and_headers_survive_the_row()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "MassTransit" or "Test",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        using var source = new ActivitySource("Test");
        await using var shop = await StartAsync(m => m.AddConsumer<Tracer>());
        var correlation = NewId.NextGuid();
        string trace;
        using (var request = source.StartActivity("request"))
        {
            trace = request!.TraceId.ToString();
            await shop.InScopeAsync(
                async (scope, db) =>
                {
                    await scope
                        .GetRequiredService<IPublishEndpoint>()
                        .Publish(
                            new OrderShipped(Order, 1),
                            c =>
                            {
                                c.CorrelationId = correlation;
                                c.Headers.Set("Ground", "GDPR art. 6");
                            }
                        );
                    await db.SaveChangesAsync();
                }
            );
        }

        await Eventually.Becomes(
            $"{trace} {correlation} GDPR art. 6",
            () => shop.QueryAsync(db => db.Effects.Select(e => e.Note).SingleOrDefaultAsync())
        );
    }

    [Fact]
    public async Task An_event_that_is_not_public_is_refused_because_its_exchange_would_not_outlive_the_broker()
    {
        await using var shop = await StartAsync(_ => { });

        await shop.InScopeAsync(
            async (scope, _) =>
            {
                var bus = scope.GetRequiredService<IPublishEndpoint>();
                var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() =>
                    bus.Publish(new OrderWhispered(Order))
                );
                Assert.Contains("OrderWhispered is not public", refusal.Message, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task An_envelope_is_compact_json_with_enums_as_text()
    {
        await using var shop = await StartAsync(m => m.AddConsumer<Recorder>());
        await shop.InScopeAsync(
            async (scope, db) =>
            {
                await scope.GetRequiredService<IPublishEndpoint>().Publish(new OrderPlaced(Order, 1, Size.ExtraLarge));
                var row = Assert.Single(db.ChangeTracker.Entries<OutboxMessage>()).Entity;
                var body = Encoding.UTF8.GetString(row.Body);
                Assert.DoesNotContain('\n', body);
                Assert.Contains("\"size\":\"extraLarge\"", body, StringComparison.Ordinal);
                Assert.StartsWith(
                    "exchange:IntegrationPlatform.Messaging.Tests.Support:OrderPlaced",
                    row.Destination,
                    StringComparison.Ordinal
                );
            }
        );
    }

    [Fact]
    public async Task Queues_are_quorum_queues_named_after_service_and_consumer()
    {
        var servers = await NewServersAsync();
        await using var raw = await RawBroker.ConnectAsync(servers.Broker);
        await using var shop = await StartAsync(
            servers,
            m => m.AddConsumer<CustomerCount>().AddSaga<OrderMachine, OrderState>()
        );
        var fault = await Assert.ThrowsAsync<OperationInterruptedException>(() =>
            raw.DeclareAsync("shop-customer-count", "classic")
        );
        Assert.Contains("'x-queue-type'", fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, await raw.CountAsync("shop-order-state"));
    }
}

/// <summary>An event that only this assembly knows.</summary>
internal sealed record OrderWhispered(Guid OrderId);
