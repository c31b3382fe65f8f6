using System.Diagnostics.Metrics;

namespace IntegrationPlatform.Messaging;

/// <summary>The figures of messaging, under the meter <c>IntegrationPlatform.Messaging</c>.</summary>
internal static class MessagingMetrics
{
    public const string MeterName = "IntegrationPlatform.Messaging";

    public static readonly Meter Meter = new(MeterName);

    public static readonly Counter<long> Written = Messages("messaging.outbox.written", "Committed to the outbox");

    public static readonly Counter<long> Sent = Messages("messaging.outbox.sent", "Confirmed by the broker");

    public static readonly Counter<long> Refused = Messages("messaging.outbox.refused", "Refused by the broker");

    public static readonly Counter<long> Parked = Messages("messaging.outbox.parked", "Refused too often");

    public static readonly Counter<long> Handled = Messages("messaging.inbox.handled", "Handled and committed");

    public static readonly Counter<long> Duplicates = Messages("messaging.inbox.duplicates", "Handled before");

    /// <summary>Tries after the first, by <c>queue</c> and <c>reason</c> (race, outage, fault).</summary>
    public static readonly Counter<long> Retried = Messages("messaging.retried", "Tried again");

    /// <summary>By <c>queue</c>.</summary>
    public static readonly Counter<long> Faulted = Messages("messaging.faulted", "Moved to an error queue");

    /// <summary>By <c>from</c> (outbox, queue).</summary>
    public static readonly Counter<long> Redriven = Messages("messaging.redriven", "Sent once more by an operator");

    private static Counter<long> Messages(string name, string description) =>
        Meter.CreateCounter<long>(name, "{message}", description);
}
