using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace IntegrationPlatform.Messaging.Inbox;

/// <summary>The inbox's statements, written by hand because each is one round trip of a hot path.</summary>
internal sealed class InboxStatements<TDb>
    where TDb : DbContext
{
    private string? _add;

    /// <summary>
    /// Notes the message in the current transaction; false when it was handled before. Waits for another transaction
    /// that is handling the same message at this moment.
    /// </summary>
    public async Task<bool> AddAsync(TDb db, Guid messageId, Guid consumerId, CancellationToken cancellation)
    {
        _add ??=
            $"insert into {db.Table<InboxMessage>()} (message_id, consumer_id, at) values ($1, $2, $3) on conflict do nothing";
        await using var command = new NpgsqlCommand(_add, (NpgsqlConnection)db.Database.GetDbConnection())
        {
            Transaction = (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction(),
        };
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = messageId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = consumerId });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = TimeProvider.System.GetUtcNow() });
        return await command.ExecuteNonQueryAsync(cancellation) == 1;
    }

    /// <summary>Forgets up to <paramref name="limit"/> messages handled before <paramref name="before"/>.</summary>
    public static Task<int> ForgetAsync(TDb db, DateTimeOffset before, int limit, CancellationToken cancellation)
    {
        var inbox = db.Table<InboxMessage>();
        var sql = $"""
            delete from {inbox} where ctid = any(array(
                select ctid from {inbox} where at < {"{0}"} order by at limit {"{1}"} for update skip locked))
            """;
        return db.Database.ExecuteSqlRawAsync(sql, [before, limit], cancellation);
    }
}
