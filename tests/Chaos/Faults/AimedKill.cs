using IntegrationPlatform.Chaos.Script;
using IntegrationPlatform.Local.Run;
using Npgsql;

namespace IntegrationPlatform.Chaos.Faults;

/// <summary>
/// Kills a replica in the middle of a transaction, and not by luck: a lock on a table lets it read the table but not
/// change it, so it stops where it wants to, and there it is killed.
/// </summary>
/// <param name="platform">What runs.</param>
/// <param name="table">
/// <c>outbox</c>: the replica has read rows and the broker has confirmed their messages, and it wants to delete them.
/// <c>entries</c>: it has noted a message in the inbox, and wants to write what follows from it.
/// </param>
internal sealed class AimedKill(LocalPlatform platform, string table)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan OneTry = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(250);

    public async Task HitAsync(Step step, CancellationToken cancellation)
    {
        var victim = platform.Parts.Single(part => part.Name == step.Target);
        var giveUp = TimeProvider.System.GetUtcNow() + Patience;
        // The other replica may be there first, with all the rows: let go, and lock again.
        while (!await TryAsync(victim, cancellation))
        {
            if (TimeProvider.System.GetUtcNow() > giveUp)
            {
                throw new MissedException(
                    $"{victim.Name} did not come to the table {table} in {Patience.TotalSeconds:0} s"
                );
            }

            await Task.Delay(Between, cancellation);
        }

        await Task.Delay(step.Lasting, cancellation);
        await victim.StartAgainAsync(cancellation);
    }

    private async Task<bool> TryAsync(RunningPart victim, CancellationToken cancellation)
    {
        var database = platform.Postgres.ConnectionString(victim.Part.Database!);
        await using var source = NpgsqlDataSource.Create($"{database};Pooling=false");
        await using var locking = await source.OpenConnectionAsync(cancellation);
        await using var transaction = await locking.BeginTransactionAsync(cancellation);
        await using var hold = new NpgsqlCommand($"lock table {table} in share mode", locking, transaction);
        await hold.ExecuteNonQueryAsync(cancellation);
        var letGo = TimeProvider.System.GetUtcNow() + OneTry;
        while (!await WaitsAsync(victim, locking, transaction, cancellation))
        {
            if (TimeProvider.System.GetUtcNow() > letGo)
            {
                return false;
            }

            await Task.Delay(10, cancellation);
        }

        await victim.KillAsync();
        return true;
    }

    private async Task<bool> WaitsAsync(
        RunningPart victim,
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        CancellationToken cancellation
    )
    {
        await using var waits = new NpgsqlCommand(
            """
            select exists (select from pg_stat_activity
              where application_name = $1 and wait_event_type = 'Lock' and query ilike $2)
            """,
            connection,
            transaction
        );
        waits.Parameters.AddWithValue(victim.Name);
        waits.Parameters.AddWithValue(table == "outbox" ? "delete from%" : "insert into entries%");
        return await waits.ExecuteScalarAsync(cancellation) is true;
    }
}
