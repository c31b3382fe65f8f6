using System.Diagnostics;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IntegrationPlatform.Messaging.Outbox;

/// <summary>
/// Sends the outbox's rows in batches and deletes them. Any number of replicas run it on one database. It sleeps until
/// a commit of this process wakes it, or until the slow poll.
/// </summary>
internal sealed partial class Dispatcher<TDb>(
    IServiceScopeFactory scopes,
    Sending sending,
    IBusControl bus,
    Broker broker,
    OutboxSignal<TDb> signal,
    TimeProvider clock,
    MessagingOptions options,
    ILogger<Dispatcher<TDb>> log
) : BackgroundService
    where TDb : DbContext
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(20);

    // One at a time after an unanswered batch, until it is known which message, or that the broker, was to blame.
    private bool _oneByOne;
    private bool _answered;
    private int _singles;
    private TimeSpan _wait = ShortestWait;
    private long _lastBatch;

    private enum Round
    {
        Idle,
        Busy,
        Held,
        Failed,
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // This service's own queues are bound by then: what it publishes to itself finds them.
        await bus.WaitForHealthStatus(BusHealthStatus.Healthy, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await PaceAsync(await DispatchAsync(stoppingToken), stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                DispatchFailed(log, fault, typeof(TDb).Name);
                await PaceAsync(Round.Failed, stoppingToken);
            }
        }
    }

    private async Task PaceAsync(Round round, CancellationToken stopping)
    {
        switch (round)
        {
            case Round.Busy:
                _wait = ShortestWait;
                break;
            case Round.Idle:
                _wait = ShortestWait;
                await signal.WaitAsync(options.Poll, stopping);
                break;
            default:
                await Task.Delay(_wait, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                _wait = _wait * 2 < options.LongestWait ? _wait * 2 : options.LongestWait;
                break;
        }
    }

    // A batch costs the database the same for one message as for ten.
    private Task GatherAsync(CancellationToken stopping) =>
        options.Gather - Stopwatch.GetElapsedTime(_lastBatch) is { Ticks: > 0 } rest
            ? Task.Delay(rest, stopping)
            : Task.CompletedTask;

    private async Task<Round> DispatchAsync(CancellationToken stopping)
    {
        await GatherAsync(stopping);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(stopping);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var outbox = new OutboxStatements(connection, db.Table<OutboxMessage>(), options);
        var limit = _oneByOne ? 1 : options.BatchSize;
        var taken = await outbox.TakeAsync(clock.GetUtcNow(), limit, stopping);
        if (taken.Count == 0)
        {
            return Round.Idle;
        }

        using var span = MessagingSpans.StartBatch(taken.Count);
        // A full batch has left some behind, which need not gather.
        _lastBatch = taken.Count == limit ? 0 : Stopwatch.GetTimestamp();
        var connected = IsConnected();
        var results = await sending.SendAsync(taken, stopping);
        var sent = results.Where(r => r.Result == SendResult.Sent).Select(r => r.Message).ToList();
        if (sent.Count > 0)
        {
            await outbox.DeleteAsync(sent, CancellationToken.None);
            MessagingMetrics.Sent.Add(sent.Count);
        }

        var failed = results.Where(r => r.Result is SendResult.Refused or SendResult.Unanswered).ToList();
        foreach (var (message, result, fault) in failed)
        {
            if (result == SendResult.Refused || (_oneByOne && await IsToBlameAsync(connected, stopping)))
            {
                await PutOffAsync(outbox, message, fault!, span);
            }
        }

        await transaction.CommitAsync(CancellationToken.None);
        return sent.Count == taken.Count && sent.Count < limit && !_oneByOne
            ? Round.Idle
            : Judge(taken.Count, sent.Count, failed);
    }

    // Sent alone and twice, over a connection that stood all the while, to a broker that answers others before and after:
    // one answer alone may come from a broker that was away until now.
    private async Task<bool> IsToBlameAsync(bool connected, CancellationToken stopping)
    {
        var answeredBefore = _answered;
        _answered = connected && IsConnected() && await broker.AnswersAsync(stopping) && IsConnected();
        return answeredBefore && _answered;
    }

    private bool IsConnected() => bus.CheckHealth().Status == BusHealthStatus.Healthy;

    private Round Judge(int taken, int sent, List<(TakenMessage Message, SendResult Result, Exception? Fault)> failed)
    {
        _answered &= sent == 0;
        if (failed.Any(f => f.Result == SendResult.Unanswered))
        {
            _oneByOne = true;
            _singles = 0;
            BrokerDoesNotAnswer(log, failed[0].Fault!, failed.Count, taken);
            return Round.Failed;
        }

        if (_oneByOne && ++_singles >= options.BatchSize)
        {
            _oneByOne = false;
        }

        return sent > 0 || failed.Count > 0 ? Round.Busy : Round.Held;
    }

    private async Task PutOffAsync(OutboxStatements outbox, TakenMessage message, Exception fault, Activity? span)
    {
        var attempts = message.Attempts + 1;
        var parked = attempts >= options.AttemptsBeforeParking;
        var wait = TimeSpan.FromMilliseconds(Math.Min(100 << attempts, options.LongestWait.TotalMilliseconds));
        var until = parked ? OutboxMessage.Parked : clock.GetUtcNow() + wait;
        await outbox.PutOffAsync(message, until, $"{fault.GetType().Name}: {fault.Message}", CancellationToken.None);
        MessagingMetrics.Refused.Add(1);
        (_oneByOne, _answered) = (false, false);
        if (parked)
        {
            MessagingMetrics.Parked.Add(1);
            span.Note("outbox.parked", message.MessageId);
            Parked(log, fault, message.MessageId, message.MessageType, message.Destination, attempts);
        }
        else
        {
            Refused(log, message.MessageId, message.MessageType, attempts, fault.Message);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The outbox of {Database} could not be read; it is tried again."
    )]
    private static partial void DispatchFailed(ILogger log, Exception fault, string database);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The broker did not answer for {Failed} of {Taken} messages; they stay in the outbox and are tried again."
    )]
    private static partial void BrokerDoesNotAnswer(ILogger log, Exception fault, int failed, int taken);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The broker refused message {MessageId} ({MessageType}), attempt {Attempt}: {Reason}"
    )]
    private static partial void Refused(ILogger log, Guid messageId, string messageType, int attempt, string reason);

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Message {MessageId} ({MessageType}) to {Destination} is parked after {Attempts} refusals. "
            + "Remove the cause, then POST /operations/redrive."
    )]
    private static partial void Parked(
        ILogger log,
        Exception fault,
        Guid messageId,
        string messageType,
        string destination,
        int attempts
    );
}
