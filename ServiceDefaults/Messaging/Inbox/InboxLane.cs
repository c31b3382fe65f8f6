using System.Diagnostics;
using IntegrationPlatform.Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationPlatform.Messaging.Inbox;

/// <summary>
/// Handles messages one after the other. Those that came while others were handled share a transaction: one commit for the
/// group. When one of them fails, none has had an effect, and each is handled again, alone.
/// </summary>
internal sealed partial class InboxLane<TDb>(
    IServiceScopeFactory scopes,
    InboxStatements<TDb> inbox,
    OutboxSignal<TDb> signal,
    TransactionGate gate,
    MessagingOptions options,
    ILogger<InboxLane<TDb>> log
) : IThreadPoolWorkItem
    where TDb : DbContext
{
    private readonly Queue<InboxEntry> _waiting = new();
    private bool _runs;

    // Grows by one with each group that commits in good time, and is halved by each that does not: messages that meet in a
    // row lock, or take long, are soon handled alone.
    private int _most = 1;

    /// <summary>Puts a message into the lane.</summary>
    public InboxEntry Enter(InboxKey key)
    {
        var entry = new InboxEntry(key);
        lock (_waiting)
        {
            _waiting.Enqueue(entry);
            if (!_runs)
            {
                _runs = true;
                // In no message's flow: what is to come belongs to others.
                ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
            }
        }

        return entry;
    }

    void IThreadPoolWorkItem.Execute() => _ = RunAsync();

    private async Task RunAsync()
    {
        while (Take() is { Count: > 0 } group)
        {
            var started = Stopwatch.GetTimestamp();
            var committed = await (group is [var only] ? HandleAsync(only) : HandleAsync(group));
            _most =
                committed && Stopwatch.GetElapsedTime(started) < options.LongestGroup
                    ? Math.Min(_most + 1, options.LargestGroup)
                    : Math.Max(_most / 2, 1);
        }
    }

    private List<InboxEntry> Take()
    {
        lock (_waiting)
        {
            var group = new List<InboxEntry>(Math.Min(_waiting.Count, _most));
            while (group.Count < _most && _waiting.TryDequeue(out var entry))
            {
                group.Add(entry);
            }

            _runs = group.Count > 0;
            return group;
        }
    }

    // One that takes long, or waits for a row, does not hold up those behind it.
    private async Task<bool> HandleAsync(InboxEntry only)
    {
        var handled = only.HandleAsync(turn: null);
        // A wait that gives its timer back: most messages are handled long before it is due.
        await ((Task)handled).WaitAsync(options.LongestGroup).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return handled.IsCompleted && await handled;
    }

    private async Task<bool> HandleAsync(List<InboxEntry> group)
    {
        var committed = false;
        try
        {
            committed = await CommitAsync(group);
        }
        catch (Exception fault)
        {
            // Each of the group is handled again: what meets the fault again, alone, says so aloud.
            RolledBack(log, fault, group.Count, typeof(TDb).Name);
        }

        if (committed)
        {
            signal.Committed(group.Sum(entry => entry.Written));
        }

        group.ForEach(entry => entry.End(committed));
        return committed;
    }

    private async Task<bool> CommitAsync(List<InboxEntry> group)
    {
        using var slot = await gate.EnterAsync(CancellationToken.None);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var added = await inbox.AddAsync(db, [.. group.Select(entry => entry.Key)], options.GroupLockWait);
        foreach (var entry in group)
        {
            // One that is in the group twice is new only once.
            if (!await entry.HandleAsync(new InboxTurn(transaction.GetDbTransaction(), !added.Remove(entry.Key))))
            {
                return false;
            }
        }

        await transaction.CommitAsync();
        return true;
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "A group of {Count} messages could not be committed to {Database}; each is handled alone."
    )]
    private static partial void RolledBack(ILogger log, Exception fault, int count, string database);
}
