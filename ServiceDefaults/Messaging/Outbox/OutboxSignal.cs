using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Messaging.Outbox;

/// <summary>
/// Wakes the dispatcher of this process once a transaction with outbox rows has committed. (A <c>NOTIFY</c> inside the
/// transaction would serialise commits.)
/// </summary>
internal sealed class OutboxSignal<TDb> : IDisposable
    where TDb : DbContext
{
    private readonly ConditionalWeakTable<DbContext, StrongBox<int>> _written = [];
    private readonly SemaphoreSlim _wake = new(0);
    private int _woken;

    /// <summary>The context holds one more outbox row that is not committed.</summary>
    public void Written(DbContext db) =>
        Interlocked.Increment(ref _written.GetValue(db, static _ => new StrongBox<int>()).Value);

    /// <summary>The context's transaction has committed.</summary>
    public void Committed(DbContext? db)
    {
        if (db is not null)
        {
            Committed(Take(db));
        }
    }

    /// <summary>So many outbox rows have committed.</summary>
    public void Committed(int rows)
    {
        if (rows > 0)
        {
            MessagingMetrics.Written.Add(rows);
            Wake();
        }
    }

    /// <summary>The context's transaction was rolled back.</summary>
    public void RolledBack(DbContext? db)
    {
        if (db is not null)
        {
            _written.Remove(db);
        }
    }

    /// <summary>How many outbox rows the context holds; whoever asks says when they have committed.</summary>
    public int Take(DbContext db) => _written.TryGetValue(db, out var rows) && _written.Remove(db) ? rows.Value : 0;

    /// <summary>Ends the wait under way, or the next one.</summary>
    public void Wake()
    {
        if (Interlocked.Exchange(ref _woken, 1) == 0)
        {
            _wake.Release();
        }
    }

    /// <summary>Waits to be woken, at most for the given time.</summary>
    public async Task WaitAsync(TimeSpan longest, CancellationToken cancellation)
    {
        if (await _wake.WaitAsync(longest, cancellation))
        {
            Volatile.Write(ref _woken, 0);
        }
    }

    public void Dispose() => _wake.Dispose();
}
