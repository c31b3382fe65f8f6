using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Messaging.Outbox;

/// <summary>What an operator sees of the outbox and does with it.</summary>
internal sealed class OutboxDesk<TDb>(IServiceScopeFactory scopes, OutboxSignal<TDb> signal, TimeProvider clock)
    : IOutboxDesk
    where TDb : DbContext
{
    private const int MostListed = 100;

    public async Task<OutboxReport> ReportAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        // A message that waits for its next attempt is late as well, though its time is a little ahead.
        var sql = $"""
            select count(*) filter (where late) as "Waiting",
                   count(*) filter (where not late and due < 'infinity') as "Scheduled",
                   count(*) filter (where due = 'infinity') as "Parked",
                   coalesce(max(extract(epoch from case when due = '-infinity' or attempts > 0
                       then now() - written_at else {"{0}"} - due end)) filter (where late), 0)::float8 as "OldestSeconds"
            from (select due, attempts, written_at, due <= {"{0}"} or (attempts > 0 and due < 'infinity') as late
                  from {db.Table<OutboxMessage>()}) as o
            """;
        return await db.Database.SqlQueryRaw<OutboxReport>(sql, clock.GetUtcNow()).SingleAsync(cancellation);
    }

    public async Task<IReadOnlyList<ParkedMessage>> ParkedAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        return await db.Set<OutboxMessage>()
            .Where(m => m.Due == OutboxMessage.Parked)
            .OrderBy(m => m.Position)
            .Take(MostListed)
            .Select(m => new ParkedMessage(
                m.MessageId,
                m.MessageType,
                m.Destination,
                m.Attempts,
                m.LastError,
                m.WrittenAt
            ))
            .ToListAsync(cancellation);
    }

    public async Task<int> RedriveAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var sql = $"update {db.Table<OutboxMessage>()} set due = '-infinity', attempts = 0 where due = 'infinity'";
        var redriven = await db.Database.ExecuteSqlRawAsync(sql, cancellation);
        signal.Wake();
        MessagingMetrics.Redriven.Add(redriven, new KeyValuePair<string, object?>("from", "outbox"));
        return redriven;
    }
}

/// <summary>What an operator sees of the outbox and does with it.</summary>
internal interface IOutboxDesk
{
    /// <summary>Counts what is in the outbox.</summary>
    Task<OutboxReport> ReportAsync(CancellationToken cancellation);

    /// <summary>The parked messages, the oldest first, a hundred at most.</summary>
    Task<IReadOnlyList<ParkedMessage>> ParkedAsync(CancellationToken cancellation);

    /// <summary>Sends the parked messages once more, unchanged.</summary>
    Task<int> RedriveAsync(CancellationToken cancellation);
}
