using System.Data.Common;
using Npgsql;

namespace IntegrationPlatform.Messaging.Outbox;

/// <summary>The dispatcher's statements, on one connection.</summary>
internal sealed class OutboxStatements(NpgsqlConnection connection, string outbox, MessagingOptions options)
{
    // A dispatcher that is paused or cut off gives its rows back. A lost delete only sends a message twice, which the
    // receiver's inbox sees: the commit need not wait for the disk.
    private const string Settings =
        "set local idle_in_transaction_session_timeout = '60s'; set local synchronous_commit = off; "
        // A plan made while the table is empty must not read all of it when it has grown.
        + "set local enable_seqscan = off; set local jit = off";

    /// <summary>
    /// Locks what is due and free. A row is held when an earlier one of its ordering key is in another dispatcher's
    /// hands, or waits for its next attempt: it must not overtake. What was refused has a later time than what was written
    /// after it, so the batch is in the order of writing, not of time.
    /// </summary>
    private readonly string _take = $"""
        with batch as materialized (
            select due, position, ordering_key, message_id, correlation_id, message_type, destination, mandatory,
                   content_type, body, headers, properties, expires_at, attempts
            from {outbox} where due <= $1 order by due, position limit $2 for update skip locked),
        earlier as (
            select ordering_key, position from {outbox}
            where due = '-infinity' and position < (select max(position) from batch)
            union all
            select ordering_key, position from {outbox}
            where due > '-infinity' and due <= $3 and position < (select max(position) from batch)),
        ahead as (
            select e.ordering_key, min(e.position) as position from earlier e
            where e.ordering_key is not null and not exists (select from batch b where b.position = e.position)
            group by e.ordering_key)
        select b.*, coalesce(a.position < b.position, false) as held
        from batch b left join ahead a on a.ordering_key = b.ordering_key
        order by b.position
        """;

    /// <summary>Locks up to <paramref name="limit"/> messages that are due, in the order of writing.</summary>
    public async Task<List<TakenMessage>> TakeAsync(DateTimeOffset now, int limit, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var setting in Settings.Split("; "))
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(setting));
        }

        var take = new NpgsqlBatchCommand(_take);
        take.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now.UtcDateTime });
        take.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        take.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = (now + options.LongestWait).UtcDateTime });
        batch.BatchCommands.Add(take);
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        var taken = new List<TakenMessage>();
        while (await reader.ReadAsync(cancellation))
        {
            taken.Add(Read(reader));
        }

        return taken;
    }

    /// <summary>Deletes what was sent.</summary>
    public async Task DeleteAsync(IReadOnlyCollection<TakenMessage> sent, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(
            $"delete from {outbox} o using unnest($1, $2) as s(due, position) where o.due = s.due and o.position = s.position",
            connection
        );
        command.Parameters.Add(new NpgsqlParameter<DateTime[]> { TypedValue = [.. sent.Select(m => m.Due)] });
        command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. sent.Select(m => m.Position)] });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <summary>Puts off what the broker refused; parks it after the last attempt.</summary>
    public async Task PutOffAsync(
        TakenMessage message,
        DateTimeOffset until,
        string error,
        CancellationToken cancellation
    )
    {
        await using var command = new NpgsqlCommand(
            $"update {outbox} set due = $3, attempts = attempts + 1, last_error = $4 where due = $1 and position = $2",
            connection
        );
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = message.Due });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = message.Position });
        command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = until.UtcDateTime });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = error });
        await command.ExecuteNonQueryAsync(cancellation);
    }

    private static TakenMessage Read(DbDataReader row) =>
        new(
            // What leaves at once is due at -infinity, which is read without a kind: a batch must not mix kinds.
            DateTime.SpecifyKind(row.GetDateTime(0), DateTimeKind.Utc),
            row.GetInt64(1),
            Value<Guid>(row, 2),
            row.GetGuid(3),
            Value<Guid>(row, 4),
            row.GetString(5),
            row.GetString(6),
            row.GetBoolean(7),
            row.GetString(8),
            row.GetFieldValue<byte[]>(9),
            row.IsDBNull(10) ? null : row.GetString(10),
            row.IsDBNull(11) ? null : row.GetString(11),
            Value<DateTimeOffset>(row, 12),
            row.GetInt32(13),
            row.GetBoolean(14)
        );

    private static T? Value<T>(DbDataReader row, int column)
        where T : struct => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);
}
