using System.Diagnostics;
using IntegrationPlatform.Messaging.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationPlatform.Messaging.Inbox;

/// <summary>
/// Handles the messages of one consumer. A worker takes what has gathered and handles it one after the other in one
/// transaction; when one of them fails, none has had an effect, and each is handled again, alone. One worker makes the largest
/// groups; others come only while a message that could be taken waits longer than the patience.
/// </summary>
internal sealed partial class InboxCrew<TDb>(
    IServiceScopeFactory scopes,
    InboxStatements<TDb> inbox,
    OutboxSignal<TDb> signal,
    TransactionGate gate,
    MessagingOptions options,
    ILogger<InboxCrew<TDb>> log
)
    where TDb : DbContext
{
    private readonly Lock _lock = new();
    private readonly List<InboxEntry> _waiting = [];

    // What the workers' messages are about: others about the same wait until they are handled.
    private readonly HashSet<Guid> _held = [];
    private int _workers;
    private bool _watched;

    // One more than the largest group that committed in good time, and halved by each that does not: messages that meet in
    // a row lock, or take long, are soon handled alone.
    private int _most = 1;

    /// <summary>Lets a message wait for its turn.</summary>
    /// <param name="key">The message.</param>
    /// <param name="entity">What the message is about.</param>
    public InboxEntry Enter(InboxKey key, Guid entity)
    {
        var entry = new InboxEntry(key, entity);
        lock (_lock)
        {
            _waiting.Add(entry);
            if (_workers == 0)
            {
                AddWorker();
            }
            else
            {
                Watch();
            }
        }

        return entry;
    }

    // In no message's flow: what is to come belongs to others.
    private void Run(Func<InboxCrew<TDb>, Task> work) =>
        ThreadPool.UnsafeQueueUserWorkItem(crew => _ = work(crew), this, preferLocal: true);

    private void AddWorker()
    {
        _workers++;
        Run(crew => crew.WorkAsync());
    }

    private void Watch()
    {
        if (!_watched)
        {
            _watched = true;
            Run(crew => crew.WatchAsync());
        }
    }

    private async Task WatchAsync()
    {
        var more = true;
        while (more)
        {
            await Task.Delay(options.Patience);
            lock (_lock)
            {
                if (IsLate() && _workers < options.Concurrency)
                {
                    AddWorker();
                }

                more = _watched = _waiting.Count > 0;
            }
        }
    }

    // Of those that could be taken: another worker would not help one whose entity is held.
    private bool IsLate() =>
        _waiting.Find(entry => !_held.Contains(entry.Entity)) is { } oldest
        && Stopwatch.GetElapsedTime(oldest.Since) >= options.Patience;

    private async Task WorkAsync()
    {
        var group = Take();
        while (group.Count > 0)
        {
            var started = Stopwatch.GetTimestamp();
            var committed = await (group is [var only] ? HandleAsync(only) : HandleAsync(group));
            group = Next(group, committed, Stopwatch.GetElapsedTime(started) < options.LongestGroup);
        }
    }

    private List<InboxEntry> Next(List<InboxEntry> group, int committed, bool inTime)
    {
        lock (_lock)
        {
            _most =
                committed == group.Count && inTime
                    ? Math.Max(_most, Math.Min(committed + 1, options.LargestGroup))
                    : Math.Max(_most / 2, 1);
            group.ForEach(entry => _held.Remove(entry.Entity));
            if (committed > 0 && committed < group.Count)
            {
                // For these there was no time.
                _waiting.InsertRange(0, group[committed..]);
                Watch();
            }

            if (_workers == 1 || IsLate())
            {
                return Take();
            }

            _workers--;
            return [];
        }
    }

    // In the order in which they came, but past those whose entity another worker holds. A worker that gets none is done.
    private List<InboxEntry> Take()
    {
        lock (_lock)
        {
            var group = new List<InboxEntry>(Math.Min(_waiting.Count, _most));
            _waiting.RemoveAll(entry =>
            {
                var taken = group.Count < _most && !_held.Contains(entry.Entity);
                if (taken)
                {
                    group.Add(entry);
                }

                return taken;
            });
            group.ForEach(entry => _held.Add(entry.Entity));
            if (group.Count == 0)
            {
                _workers--;
            }

            return group;
        }
    }

    // One that takes long, or waits for a row, does not hold up those behind it.
    private async Task<int> HandleAsync(InboxEntry only)
    {
        var handled = only.HandleAsync(turn: null);
        // A wait that gives its timer back: most messages are handled long before it is due.
        await ((Task)handled).WaitAsync(options.LongestGroup).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return handled.IsCompleted && await handled ? 1 : 0;
    }

    private async Task<int> HandleAsync(List<InboxEntry> group)
    {
        var committed = 0;
        try
        {
            committed = await CommitAsync(group);
        }
        catch (Exception fault)
        {
            // Each of the group is handled again: what meets the fault again, alone, says so aloud.
            RolledBack(log, fault, group.Count, typeof(TDb).Name);
        }

        if (committed == 0)
        {
            group.ForEach(entry => entry.End(committed: false));
            return committed;
        }

        var ended = group[..committed];
        signal.Committed(ended.Sum(entry => entry.Written));
        ended.ForEach(entry => entry.End(committed: true));
        return committed;
    }

    /// <summary>Handles as many of a group as there is time for, and commits; 0 when one fails.</summary>
    private async Task<int> CommitAsync(List<InboxEntry> group)
    {
        using var slot = await gate.EnterAsync(CancellationToken.None);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var added = await inbox.AddAsync(db, [.. group.Select(entry => entry.Key)], options.GroupLockWait);
        var started = Stopwatch.GetTimestamp();
        var handled = 0;
        while (handled < group.Count && (handled == 0 || Stopwatch.GetElapsedTime(started) < options.LongestGroup))
        {
            var entry = group[handled];
            // One that is in the group twice is new only once.
            if (!await entry.HandleAsync(new InboxTurn(transaction.GetDbTransaction(), !added.Remove(entry.Key))))
            {
                return 0;
            }

            handled++;
        }

        if (handled < group.Count)
        {
            await InboxStatements<TDb>.RemoveAsync(db, added);
        }

        await transaction.CommitAsync();
        return handled;
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "A group of {Count} messages could not be committed to {Database}; each is handled alone."
    )]
    private static partial void RolledBack(ILogger log, Exception fault, int count, string database);
}
