using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

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
internal sealed class CommitTimes : DbTransactionInterceptor
{
    private const string Path = "/bench/commits";
    private readonly ConcurrentDictionary<Guid, long> _ticks = new();
    private volatile bool _noting;

    public static void Map(WebApplication app)
    {
        var times = app.Services.GetRequiredService<CommitTimes>();
        app.MapPost(Path, () => times._noting = true).AllowAnonymous();
        app.MapGet(Path, () => times._ticks).AllowAnonymous();
    }

    public override Task TransactionCommittedAsync(
        DbTransaction transaction,
        TransactionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        if (_noting && eventData.Context is { } db)
        {
            var now = Stopwatch.GetTimestamp();
            foreach (var row in db.ChangeTracker.Entries<ITimed>())
            {
                _ticks[row.Entity.ArrivalId] = now;
            }
        }

        return Task.CompletedTask;
    }
}
