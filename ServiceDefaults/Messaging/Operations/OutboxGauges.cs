using System.Diagnostics.Metrics;
using IntegrationPlatform.Messaging.Outbox;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntegrationPlatform.Messaging.Operations;

/// <summary>Measures the outbox every few seconds: how much waits and how old the oldest is.</summary>
internal sealed partial class OutboxGauges(IOutboxDesk outbox, MessagingOptions options, ILogger<OutboxGauges> log)
    : BackgroundService
{
    private volatile OutboxReport _last = new(0, 0, 0, 0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var meter = new Meter(MessagingMetrics.MeterName);
        meter.CreateObservableGauge(
            "messaging.outbox.lag",
            () => _last.OldestSeconds,
            "s",
            "Age of the oldest undelivered row"
        );
        meter.CreateObservableGauge(
            "messaging.outbox.waiting",
            () => _last.Waiting,
            "{message}",
            "Due and undelivered rows"
        );
        meter.CreateObservableGauge(
            "messaging.outbox.scheduled",
            () => _last.Scheduled,
            "{message}",
            "Rows not due yet"
        );
        meter.CreateObservableGauge("messaging.outbox.stopped", () => _last.Parked, "{message}", "Parked rows");
        using var timer = new PeriodicTimer(options.Measure);
        do
        {
            try
            {
                _last = await outbox.ReportAsync(stoppingToken);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                MeasureFailed(log, fault);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox could not be measured.")]
    private static partial void MeasureFailed(ILogger log, Exception fault);
}
