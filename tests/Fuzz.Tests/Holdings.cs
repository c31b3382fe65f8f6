using System.Globalization;
using IntegrationPlatform.Hosting.Tokens;
using Npgsql;

namespace IntegrationPlatform.Fuzz.Tests;

/// <summary>What a service's database holds: a sum of every table, and the ids and organisations in it.</summary>
internal sealed class Holdings
{
    /// <summary>Tables that a read may change: the audit says who looked, sealed in the background (ALL-2).</summary>
    private const string Apart = "audit.*|__EFMigrationsHistory";

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan CalmFor = TimeSpan.FromMilliseconds(300);
    private readonly NpgsqlDataSource _source;
    private readonly string _sums;
    private readonly string _nothingToDo;

    private Holdings(NpgsqlDataSource source, IReadOnlyList<string> tables)
    {
        _source = source;
        _sums = string.Join(
            " union all ",
            tables.Select(table =>
                $"select '{table}', count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) from {table} t"
            )
        );
        // What a service does in its own time: messages to send at once, events to push to IMDinett, and webhooks that are
        // asked for leave, which nobody in these tests gives.
        _nothingToDo =
            "select not exists (select from outbox where due = '-infinity')"
            + (tables.Contains("deliveries") ? " and not exists (select from deliveries where state = 'Pending')" : "")
            + (
                tables.Contains("subscriptions")
                    ? " and not exists (select from subscriptions where state = 'Confirming')"
                    : ""
            );
    }

    /// <summary>Reads which tables a database has.</summary>
    public static async Task<Holdings> OfAsync(NpgsqlDataSource source)
    {
        var tables = await ReadAsync<string>(
            source,
            $"select quote_ident(tablename) from pg_tables where schemaname = 'public' and tablename !~ '^({Apart})$' order by 1"
        );
        return new Holdings(source, tables);
    }

    /// <summary>How many rows each table has, and a sum over all they hold.</summary>
    public async Task<IReadOnlyDictionary<string, string>> SumsAsync()
    {
        await using var command = _source.CreateCommand(_sums);
        await using var reader = await command.ExecuteReaderAsync();
        var sums = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
        {
            sums.Add(reader.GetString(0), reader.GetString(1));
        }

        return sums;
    }

    /// <summary>The tables whose sums differ.</summary>
    public static IReadOnlyList<string> Differences(
        IReadOnlyDictionary<string, string> before,
        IReadOnlyDictionary<string, string> after
    ) => [.. before.Where(table => after[table.Key] != table.Value).Select(table => table.Key)];

    /// <summary>Waits until what an accepted request has set going has come to rest.</summary>
    /// <param name="calm">True to wait longer for what may still come.</param>
    public async Task<IReadOnlyDictionary<string, string>> AtRestAsync(bool calm = false)
    {
        var last = await SumsAsync();
        for (var left = Patience; left > TimeSpan.Zero; left -= Between)
        {
            await Task.Delay(calm ? CalmFor : Between);
            var now = await SumsAsync();
            if (Differences(last, now).Count == 0 && await HasNothingToDoAsync())
            {
                return now;
            }

            last = now;
        }

        throw new TimeoutException("The service does not come to rest.");
    }

    /// <summary>Ids in any table, and ids of the things that the tables are named after.</summary>
    public async Task<ILookup<string, string>> IdsAsync()
    {
        var columns = await ReadAsync<string>(
            _source,
            $"""
            select table_name || '|' || column_name from information_schema.columns
            where table_schema = 'public' and data_type = 'uuid' and table_name !~ '^({Apart}|inbox|outbox)$' order by 1
            """
        );
        var found = new List<(string Thing, string Id)>();
        foreach (var column in columns.Select(column => column.Split('|')))
        {
            var ids = await ReadAsync<string>(
                _source,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"select distinct \"{column[1]}\"::text from \"{column[0]}\" where \"{column[1]}\" is not null order by 1 limit 8"
                )
            );
            var thing = column[1].EndsWith("_id", StringComparison.Ordinal) ? $"{column[1][..^3]}s" : column[0];
            found.AddRange(ids.SelectMany(id => new[] { (thing, id), ("", id) }));
        }

        return found.Distinct().ToLookup(one => one.Thing, one => one.Id, StringComparer.Ordinal);
    }

    /// <summary>Organisation numbers in any table.</summary>
    public async Task<IReadOnlyList<string>> OrganisationsAsync()
    {
        var columns = await ReadAsync<string>(
            _source,
            $"""
            select table_name || '|' || column_name from information_schema.columns
            where table_schema = 'public' and data_type in ('text', 'character varying', 'character')
                and table_name !~ '^({Apart}|inbox|outbox)$' order by 1
            """
        );
        var found = new List<string>();
        foreach (var column in columns.Select(column => column.Split('|')))
        {
            found.AddRange(
                await ReadAsync<string>(
                    _source,
                    $"select distinct \"{column[1]}\" from \"{column[0]}\" where \"{column[1]}\" ~ '^[0-9]{{9}}$' order by 1 limit 6"
                )
            );
        }

        return [.. found.Where(number => OrganisationNumber.IsValid(number)).Distinct(StringComparer.Ordinal)];
    }

    private async Task<bool> HasNothingToDoAsync()
    {
        await using var command = _source.CreateCommand(_nothingToDo);
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<List<T>> ReadAsync<T>(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetFieldValue<T>(0));
        }

        return rows;
    }
}
