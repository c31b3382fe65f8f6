using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace IntegrationPlatform.Benchmarks;

/// <summary>A row whose commit is timed.</summary>
internal interface ITimed
{
    /// <summary>The same in both services.</summary>
    Guid ArrivalId { get; }
}

/// <summary>
/// Notes when a transaction with a timed row was seen to be committed, once it is asked to: on the machine's monotonic
/// clock, which all processes share.
/// </summary>
internal sealed class CommitTimes : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private const string Path = "/bench/commits";
    private readonly ConcurrentDictionary<Guid, long> _ticks = new();

    // By transaction: messages that are handled as a group save in contexts of their own.
    private readonly ConcurrentDictionary<DbTransaction, ConcurrentQueue<Guid>> _saved = new();
    private volatile bool _noting;

    public static void Map(WebApplication app)
    {
        var times = app.Services.GetRequiredService<CommitTimes>();
        app.MapPost(Path, () => times._noting = true).AllowAnonymous();
        app.MapGet(Path, () => times._ticks).AllowAnonymous();
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData,
        int result,
        CancellationToken cancellationToken = default
    )
    {
        if (_noting && eventData.Context is { Database.CurrentTransaction: { } transaction } db)
        {
            var saved = _saved.GetOrAdd(transaction.GetDbTransaction(), _ => []);
            foreach (var row in db.ChangeTracker.Entries<ITimed>())
            {
                saved.Enqueue(row.Entity.ArrivalId);
            }
        }

        return ValueTask.FromResult(result);
    }

    // The client uses a connection's transaction object again for the next one.
    public Task TransactionRolledBackAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        _saved.TryRemove(transaction, out _);
        return Task.CompletedTask;
    }

    public Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        var now = Stopwatch.GetTimestamp();
        if (_saved.TryRemove(transaction, out var saved))
        {
            foreach (var row in saved)
            {
                _ticks[row] = now;
            }
        }

        return Task.CompletedTask;
    }
}
