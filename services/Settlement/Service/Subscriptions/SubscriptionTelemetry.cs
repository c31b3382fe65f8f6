using System.Diagnostics;
using System.Diagnostics.Metrics;
using IntegrationPlatform.Settlement.Deliveries;
using IntegrationPlatform.Settlement.Notices;
using IntegrationPlatform.Settlement.Webhooks;

namespace IntegrationPlatform.Settlement.Subscriptions;

/// <summary>Spans and metrics of partners' webhooks; they hold neither address nor secret.</summary>
public static class SubscriptionTelemetry
{
    private static readonly ActivitySource Source = new(DeliveryTelemetry.Name);
    private static readonly Meter Meter = new(DeliveryTelemetry.Name);
    private static readonly Counter<long> Attempts = Meter.CreateCounter<long>(
        "settlement.subscription.attempts",
        "{attempt}",
        "Calls of partners' webhooks, by what for and outcome"
    );
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "settlement.subscription.duration",
        "ms",
        "How long a call took"
    );

    /// <summary>The span of a handshake.</summary>
    public static Activity? StartHandshake(string organisation)
    {
        var span = Source.StartActivity("ask a partner's webhook", ActivityKind.Client);
        span?.SetTag("organisation", organisation);
        return span;
    }

    /// <summary>The span of a delivery, a child of what caused the notice.</summary>
    public static Activity? StartDelivery(Notice notice)
    {
        var span = Source.StartActivity("notify a partner", ActivityKind.Client, notice.Traceparent);
        span?.SetTag("organisation", notice.Organisation);
        span?.SetTag("cloudevents.event_id", notice.Id.ToString());
        span?.SetTag("cloudevents.event_type", notice.Type);
        return span;
    }

    /// <summary>Counts a call and ends the span's judgement.</summary>
    /// <param name="span">The call's span.</param>
    /// <param name="type">The type of the event; <c>handshake</c> for none.</param>
    /// <param name="answer">How it went.</param>
    public static void Count(Activity? span, string type, WebhookAnswer answer)
    {
        span?.SetStatus(answer.Outcome == AttemptOutcome.Received ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
        var outcome = KeyValuePair.Create<string, object?>("outcome", answer.Outcome.ToString());
        Attempts.Add(1, outcome, KeyValuePair.Create<string, object?>("type", type));
        Duration.Record(answer.Milliseconds, outcome);
    }
}
