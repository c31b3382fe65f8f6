using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace IntegrationPlatform.Messaging.Tests.Support;

/// <summary>
/// Everything that messaging in this process measures, traces and logs since it was made. Meters and sources are the
/// process's: only a test that runs alone may ask it.
/// </summary>
public sealed class Telemetry : ILoggerProvider
{
    private const string Name = "IntegrationPlatform.Messaging";
    private readonly ConcurrentQueue<(string Name, string Tags, double Value)> _measurements = new();
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> _logs = new();
    private readonly MeterListener _meters = new();
    private readonly ActivityListener _sources;

    public Telemetry()
    {
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Name)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((i, value, tags, _) => Measured(i, value, tags));
        _meters.SetMeasurementEventCallback<double>((i, value, tags, _) => Measured(i, value, tags));
        _meters.Start();
        _sources = new ActivityListener
        {
            ShouldListenTo = source => source.Name is Name or "MassTransit" or "Test",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_sources);
    }

    /// <summary>The sum of a counter, or the highest value of a gauge.</summary>
    /// <param name="name">The instrument.</param>
    /// <param name="tags">The tags that it must carry, as <c>queue=shop-recorder</c>.</param>
    public double Of(string name, string tags = "")
    {
        _meters.RecordObservableInstruments();
        var values = _measurements
            .Where(m => m.Name == name && m.Tags.Contains(tags, StringComparison.Ordinal))
            .Select(m => m.Value)
            .DefaultIfEmpty();
        return IsGauge(name) ? values.Max() : values.Sum();
    }

    /// <summary>The finished spans with this name.</summary>
    public IReadOnlyList<Activity> Spans(string name) => [.. _spans.Where(span => span.OperationName == name)];

    /// <summary>The spans on which something is noted.</summary>
    public IReadOnlyList<Activity> SpansWith(string note) =>
        [.. _spans.Where(span => span.Events.Any(e => e.Name == note))];

    /// <summary>What messaging logged at a level.</summary>
    public IReadOnlyList<string> Logged(LogLevel level) =>
        [.. _logs.Where(log => log.Level == level).Select(log => log.Text)];

    public ILogger CreateLogger(string categoryName) =>
        new Category(categoryName.StartsWith(Name, StringComparison.Ordinal) ? _logs : null);

    public void Dispose()
    {
        _meters.Dispose();
        _sources.Dispose();
    }

    private static bool IsGauge(string name) =>
        name
            is "messaging.outbox.lag"
                or "messaging.outbox.waiting"
                or "messaging.outbox.scheduled"
                or "messaging.outbox.stopped";

    private void Measured(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measurements.Enqueue(
            (instrument.Name, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")), value)
        );

    /// <summary>Keeps what one category logs, or nothing.</summary>
    private sealed class Category(ConcurrentQueue<(LogLevel Level, string Text)>? kept) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => kept is not null;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => kept?.Enqueue((logLevel, formatter(state, exception)));
    }
}
