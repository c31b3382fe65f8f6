using System.Globalization;
using Npgsql;

namespace IntegrationPlatform.Benchmarks.Messaging;

/// <summary>Fills a ledger with what years leave behind: finished cases, and messages that the inbox still remembers.</summary>
internal static class History
{
    // Ids in the order of time, as the platform makes them (UUIDv7), spread over the week that the inbox remembers.
    private const string Id = """
        (lpad(to_hex((extract(epoch from now()) * 1000)::bigint - 604800000 + i * 604700000 / $count), 12, '0')
            || '7' || substr(h, 1, 3) || 'a' || substr(h, 4, 15))::uuid
        """;

    private const string Sql = $"""
        alter table inbox drop constraint pk_inbox;
        drop index ix_inbox_at;
        insert into inbox (message_id, consumer_id, at)
            select {Id}, '5b0f2b0a-7d2c-4a5e-9c59-1d7f3a2b4c6d', now() - interval '7 days' + i * (interval '604700 seconds' / $count)
            from (select i, md5(i::text) as h from generate_series(1::bigint, $count) as i) as messages;
        alter table inbox add constraint pk_inbox primary key (message_id, consumer_id);
        create index ix_inbox_at on inbox (at);

        alter table cases drop constraint pk_cases;
        insert into cases (correlation_id, current_state, municipality, places)
            select {Id}, 'Final', '4601', 1
            from (select i, md5(i::text) as h from generate_series(1::bigint, $count) as i) as cases;
        alter table cases add constraint pk_cases primary key (correlation_id);
        """;

    public static async Task WriteAsync(string database, long count)
    {
        var connection = new NpgsqlConnectionStringBuilder(database)
        {
            Pooling = false,
            CommandTimeout = 0,
            Options = "-c maintenance_work_mem=512MB -c synchronous_commit=off",
        };
        await using var source = NpgsqlDataSource.Create(connection);
        foreach (
            var statement in Sql.Replace(
                    "$count",
                    count.ToString(CultureInfo.InvariantCulture),
                    StringComparison.Ordinal
                )
                .Split(';', StringSplitOptions.RemoveEmptyEntries)
                .Append("vacuum (freeze, analyze) inbox")
                .Append("vacuum (freeze, analyze) cases")
        )
        {
            await using var command = source.CreateCommand(statement);
            await command.ExecuteNonQueryAsync();
        }
    }
}
