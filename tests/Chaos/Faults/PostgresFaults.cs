using IntegrationPlatform.Chaos.Script;
using IntegrationPlatform.Local.Run;
using Npgsql;

namespace IntegrationPlatform.Chaos.Faults;

/// <summary>Faults of the PostgreSQL server that all services share here.</summary>
internal sealed class PostgresFaults(LocalPlatform platform, SmallDisk disk)
{
    public Task KillAsync(Step step, CancellationToken cancellation) =>
        Outages.EndAsync(platform.Postgres.KillAsync, step.Lasting, platform.Postgres.StartAgainAsync, cancellation);

    public Task PauseAsync(Step step, CancellationToken cancellation) =>
        Outages.HoldAsync(platform.Postgres.Pause, step.Lasting, platform.Postgres.Resume, cancellation);

    public Task FillDiskAsync(Step step, CancellationToken cancellation) =>
        Outages.HoldAsync(disk.Fill, step.Lasting, disk.Free, cancellation);

    /// <summary>Ends the session behind every connection of every service.</summary>
    public async Task CutAsync(Step step, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create($"{platform.Postgres.ConnectionString()};Pooling=false");
        await using var cut = source.CreateCommand(
            "select pg_terminate_backend(pid) from pg_stat_activity where application_name ~ '-[12]$'"
        );
        await cut.ExecuteNonQueryAsync(cancellation);
    }
}
