using Npgsql;

namespace IntegrationPlatform.Tests.Support.Servers;

/// <summary>
/// One PostgreSQL server and one RabbitMQ node for a whole test run: those that <c>./platform test</c> started, or,
/// when a test project runs alone, private ones that end with the process. Each is started when first asked for.
/// </summary>
public static class TestServers
{
    private static readonly Lazy<Task<TestPostgres>> Postgres = new(TestPostgres.FindOrStartAsync);
    private static readonly Lazy<Task<TestRabbitMq>> RabbitMq = new(TestRabbitMq.FindOrStartAsync);

    /// <summary>A new and empty database.</summary>
    /// <param name="name">What it is for; the database's own name is made unique.</param>
    /// <returns>Its connection string.</returns>
    public static async Task<string> NewDatabaseAsync(string name)
    {
        var server = await Postgres.Value;
        var database = Unique(name);
        await using var source = NpgsqlDataSource.Create($"{server.ConnectionString};Pooling=false");
        await using var command = source.CreateCommand($"CREATE DATABASE \"{database}\"");
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = database }.ConnectionString;
    }

    /// <summary>A new and empty virtual host.</summary>
    /// <param name="name">What it is for; the virtual host's own name is made unique.</param>
    /// <returns>Its address, <c>amqp://user:password@host:port/virtual-host</c>.</returns>
    public static async Task<string> NewVirtualHostAsync(string name)
    {
        var server = await RabbitMq.Value;
        var virtualHost = Unique(name);
        await server.Control.CreateVirtualHostAsync(virtualHost, server.User);
        return new Uri(server.Address, virtualHost).ToString();
    }

    /// <summary>Starts both at the same time; a run that needs both waits only for the slower one.</summary>
    public static Task StartAsync() => Task.WhenAll(Postgres.Value, RabbitMq.Value);

    private static string Unique(string name) =>
        $"{name.ToLowerInvariant()}-{Guid.CreateVersion7():N}"[..Math.Min(60, name.Length + 33)];
}
