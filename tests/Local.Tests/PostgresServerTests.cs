using IntegrationPlatform.Local.Servers;
using Npgsql;

namespace IntegrationPlatform.Local.Tests;

/// <summary>A private PostgreSQL server through its life.</summary>
public sealed class PostgresServerTests
{
    [Fact]
    public async Task A_killed_server_keeps_what_was_committed()
    {
        await using var server = await PostgresServer.StartAsync(
            new PostgresOptions(Path.Combine(TestFolder.Own, "killed-postgres"))
        );
        var connection = await server.EnsureDatabaseAsync("mapping", "mapping", "it's secret");
        await Run(connection, "CREATE TABLE kept (id int); INSERT INTO kept VALUES (42)");

        await server.KillAsync();
        Assert.False(server.Runs);
        await server.StartAgainAsync();

        Assert.Equal(42, await Run(connection, "SELECT id FROM kept"));
    }

    [Fact]
    public async Task A_database_is_made_once()
    {
        await using var server = await PostgresServer.StartAsync(
            new PostgresOptions(Path.Combine(TestFolder.Own, "ensured-postgres")) { Durable = false }
        );
        var first = await server.EnsureDatabaseAsync("mapping", "mapping", "secret");
        await Run(first, "CREATE TABLE kept (id int); INSERT INTO kept VALUES (42)");

        var second = await server.EnsureDatabaseAsync("mapping", "mapping", "secret");

        Assert.Equal(42, await Run(second, "SELECT id FROM kept"));
    }

    [Fact]
    public async Task A_paused_server_answers_when_it_goes_on()
    {
        await using var server = await PostgresServer.StartAsync(
            new PostgresOptions(Path.Combine(TestFolder.Own, "paused-postgres")) { Durable = false }
        );

        server.Pause();
        var answer = Run(server.ConnectionString(), "SELECT 42");
        Assert.False(answer.IsCompleted);
        server.Resume();

        Assert.Equal(42, await answer);
    }

    private static async Task<object?> Run(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create($"{connection};Pooling=false");
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
