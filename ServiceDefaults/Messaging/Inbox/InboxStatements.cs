using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace IntegrationPlatform.Messaging.Inbox;

/// <summary>The inbox's statements, written by hand because each is one round trip of a hot path.</summary>
internal sealed class InboxStatements<TDb>
    where TDb : DbContext
{
    private string? _add;
    private string? _addAll;

    /// <summary>
    /// Notes the message in the current transaction; false when it was handled before. Waits for another transaction
    /// that is handling the same message at this moment.
    /// </summary>
    public async Task<bool> AddAsync(TDb db, InboxKey key, CancellationToken cancellation)
    {
        _add ??=
            $"insert into {db.Table<InboxMessage>()} (message_id, consumer_id, at) values ($1, $2, $3) on conflict do nothing";
        await using var command = new NpgsqlCommand(_add, (NpgsqlConnection)db.Database.GetDbConnection())
        {
            Transaction = (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction(),
        };
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = key.MessageId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = key.ConsumerId });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = TimeProvider.System.GetUtcNow() });
        return await command.ExecuteNonQueryAsync(cancellation) == 1;
    }

    /// <summary>
    /// Notes a group's messages in the current transaction; returns those that were not handled before. Nothing in the
    /// transaction waits for a row longer than <paramref name="lockWait"/>: two groups could wait for each other.
    /// </summary>
    public async Task<HashSet<InboxKey>> AddAsync(TDb db, InboxKey[] keys, TimeSpan lockWait)
    {
        _addAll ??= $"""
            insert into {db.Table<InboxMessage>()} (message_id, consumer_id, at)
            select message_id, consumer_id, $3 from unnest($1, $2) as group_of(message_id, consumer_id)
            on conflict do nothing returning message_id, consumer_id
            """;
        // In one order everywhere, so that two groups with the same messages do not wait for each other.
        Array.Sort(keys, (one, other) => one.MessageId.CompareTo(other.MessageId));
        await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection());
        batch.BatchCommands.Add(
            new NpgsqlBatchCommand(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"set local lock_timeout = {(int)lockWait.TotalMilliseconds}"
                )
            )
        );
        var add = new NpgsqlBatchCommand(_addAll);
        AddKeys(add.Parameters, keys);
        add.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = TimeProvider.System.GetUtcNow() });
        batch.BatchCommands.Add(add);
        await using var reader = await batch.ExecuteReaderAsync();
        var added = new HashSet<InboxKey>(keys.Length);
        while (await reader.ReadAsync())
        {
            added.Add(new InboxKey(reader.GetGuid(0), reader.GetGuid(1)));
        }

        return added;
    }

    /// <summary>Takes back what the current transaction has noted, and not handled.</summary>
    public static async Task RemoveAsync(TDb db, IReadOnlyCollection<InboxKey> keys)
    {
        await using var remove = new NpgsqlCommand(
            $"""
            delete from {db.Table<InboxMessage>()} i using unnest($1, $2) as group_of(message_id, consumer_id)
            where i.message_id = group_of.message_id and i.consumer_id = group_of.consumer_id
            """,
            (NpgsqlConnection)db.Database.GetDbConnection()
        );
        AddKeys(remove.Parameters, keys);
        await remove.ExecuteNonQueryAsync();
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

    private static void AddKeys(NpgsqlParameterCollection parameters, IReadOnlyCollection<InboxKey> keys)
    {
        parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. keys.Select(key => key.MessageId)] });
        parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. keys.Select(key => key.ConsumerId)] });
    }
}
