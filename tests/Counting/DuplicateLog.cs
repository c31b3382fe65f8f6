using System.Diagnostics.Metrics;

namespace IntegrationPlatform.Counting;

/// <summary>Writes a line for every message that the inbox has seen before: a metric would end with a process that is killed.</summary>
internal sealed partial class DuplicateLog(ILogger<DuplicateLog> log) : IHostedService, IDisposable
{
    private const string Duplicates = "messaging.inbox.duplicates";
    private readonly MeterListener _listener = new();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == Duplicates)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((_, _, _, _) => Absorbed(log));
        _listener.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _listener.Dispose();

    [LoggerMessage(LogLevel.Information, "A message came again and did nothing.")]
    private static partial void Absorbed(ILogger log);
}
