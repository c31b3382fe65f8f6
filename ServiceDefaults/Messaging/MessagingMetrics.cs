using System.Diagnostics.Metrics;

namespace IntegrationPlatform.Messaging;

/// <summary>The figures of messaging, under the meter <c>IntegrationPlatform.Messaging</c>.</summary>
internal static class MessagingMetrics
{
    public const string MeterName = "IntegrationPlatform.Messaging";

    public static readonly Meter Meter = new(MeterName);

    public static readonly Counter<long> Sent = Meter.CreateCounter<long>("messaging.outbox.sent", "{message}");

    public static readonly Counter<long> Parked = Meter.CreateCounter<long>("messaging.outbox.parked", "{message}");

    public static readonly Counter<long> Duplicates = Meter.CreateCounter<long>(
        "messaging.inbox.duplicates",
        "{message}"
    );

    public static readonly Counter<long> Faulted = Meter.CreateCounter<long>("messaging.faulted", "{message}");
}
