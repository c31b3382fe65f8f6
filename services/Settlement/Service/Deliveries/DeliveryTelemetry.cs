using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace IntegrationPlatform.Settlement.Deliveries;

/// <summary>Spans and metrics of deliveries to IMDinett; they name no person.</summary>
public static class DeliveryTelemetry
{
    /// <summary>The name of the source and the meter.</summary>
    public const string Name = "IntegrationPlatform.Settlement";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> Attempts = Meter.CreateCounter<long>(
        "settlement.delivery.attempts",
        "{attempt}",
        "Attempts to deliver an event to IMDinett, by outcome"
    );
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "settlement.delivery.duration",
        "ms",
        "How long an attempt took"
    );

    /// <summary>The span of an attempt, a child of what composed the event.</summary>
    public static Activity? Start(Delivery delivery)
    {
        var span = Source.StartActivity("deliver to IMDinett", ActivityKind.Client, delivery.Traceparent);
        span?.SetTag("cloudevents.event_id", delivery.EventId);
        span?.SetTag("cloudevents.event_type", delivery.Type);
        return span;
    }

    /// <summary>Counts an attempt.</summary>
    public static void Count(DeliveryAttempt attempt, string type)
    {
        var outcome = KeyValuePair.Create<string, object?>("outcome", attempt.Outcome.ToString());
        Attempts.Add(1, outcome, KeyValuePair.Create<string, object?>("type", type));
        Duration.Record(attempt.Milliseconds, outcome);
    }
}
