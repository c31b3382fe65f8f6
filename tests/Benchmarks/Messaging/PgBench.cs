using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using IntegrationPlatform.Local.Servers;
using Npgsql;

namespace IntegrationPlatform.Benchmarks.Messaging;

/// <summary>PostgreSQL's own load program doing the inserts of a slice, and nothing else: the business row and the outbox row.</summary>
internal sealed partial class PgBench(string database)
{
    private const string Arrival = """
        insert into arrivals (arrival_id, name, municipality, arrived_on, languages)
        values (gen_random_uuid(), 'Amina Warsame', '4601', '2016-10-03', 2)
        """;

    // As large as the envelope and headers of the slice's event. A colon would be a variable of pgbench's.
    private const string Message = """
        insert into outbox (due, ordering_key, message_id, message_type, destination, mandatory, content_type, body,
                            headers, properties, written_at, attempts)
        values ('-infinity', gen_random_uuid(), gen_random_uuid(),
                'urn/message/IntegrationPlatform.Benchmarks/ArrivalRegistered',
                'exchange/IntegrationPlatform.Benchmarks/ArrivalRegistered', false, 'application/vnd.masstransit+json',
                convert_to(repeat('x', 900), 'UTF8'), repeat('h', 100), repeat('p', 40), now(), 0)
        """;

    /// <summary>Two inserts between <c>begin</c> and <c>commit</c>: transactions in a second.</summary>
    public Task<double> TransactionsAsync(int clients, int each) =>
        RunAsync($"begin;\n{OneLine(Arrival)};\n{OneLine(Message)};\ncommit;\n", clients, each);

    /// <summary>Both inserts as one statement, one round trip: the most that a row and a message at a time can be.</summary>
    public Task<double> StatementsAsync(int clients, int each) =>
        RunAsync($"with arrival as ({OneLine(Arrival)}) {OneLine(Message)};\n", clients, each);

    private async Task<double> RunAsync(string script, int clients, int each)
    {
        var file = Path.Combine(TestFolder.Own, "pgbench.sql");
        await File.WriteAllTextAsync(file, script);
        var server = new NpgsqlConnectionStringBuilder(database);
        var start = new ProcessStartInfo(
            Path.Combine(Installed.Postgres, "pgbench"),
            [
                "-n",
                "-M",
                "prepared",
                "-c",
                Text(clients),
                "-j",
                Text(Math.Min(clients, Environment.ProcessorCount)),
                "-t",
                Text(each),
                "-f",
                file,
                "-h",
                server.Host!,
                "-p",
                Text(server.Port),
                "-U",
                server.Username!,
                server.Database!,
            ]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PGPASSWORD"] = server.Password;
        using var run = Process.Start(start)!;
        var errors = run.StandardError.ReadToEndAsync();
        var output = await run.StandardOutput.ReadToEndAsync();
        await run.WaitForExitAsync();
        return Rate().Match(output) is { Success: true } rate
            ? double.Parse(rate.Groups["rate"].Value, CultureInfo.InvariantCulture)
            : throw new BenchException($"pgbench failed: {await errors}{output}");
    }

    private static string OneLine(string sql) => sql.ReplaceLineEndings(" ");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"tps = (?<rate>[\d.]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Rate();
}
