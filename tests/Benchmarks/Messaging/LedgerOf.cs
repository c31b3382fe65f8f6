using Npgsql;

namespace IntegrationPlatform.Benchmarks.Messaging;

/// <summary>A ledger service with its database and its virtual host, as the benchmark sees it.</summary>
/// <param name="process">The service.</param>
/// <param name="database">Its database.</param>
/// <param name="broker">Its virtual host.</param>
internal sealed class LedgerOf(ServiceProcess process, string database, string broker)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    public ServiceProcess Process => process;

    public string Broker => broker;

    /// <summary>Waits for the entries made since an id was given out.</summary>
    public Task EnteredAsync(Guid since, long count) =>
        UntilAsync("select count(*) from entries where arrival_id > $1", since, count);

    /// <summary>Waits for the cases that ended since an id was given out.</summary>
    public Task CasesEndedAsync(Guid since, long count) =>
        UntilAsync("select count(*) from cases where correlation_id > $1 and current_state = 'Final'", since, count);

    private async Task UntilAsync(string sql, Guid since, long count)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = since });
        using var limit = new CancellationTokenSource(Patience);
        long seen = 0;
        try
        {
            while ((seen = (long)(await command.ExecuteScalarAsync(limit.Token))!) < count)
            {
                await Task.Delay(LookEvery, limit.Token);
            }
        }
        catch (OperationCanceledException)
        {
            throw new BenchException($"After {Patience.TotalMinutes} minutes {seen} of {count} had arrived.");
        }

        if (seen > count)
        {
            throw new BenchException($"{seen} had an effect, and only {count} were sent.");
        }
    }
}
