using IntegrationPlatform.Local.Servers;
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
    private static readonly Lazy<Task<RabbitMqCluster>> Cluster = new(StartClusterAsync);

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

    /// <summary>A new and empty virtual host on a cluster of three nodes, which the process has to itself.</summary>
    /// <param name="name">What it is for; the virtual host's own name is made unique.</param>
    /// <returns>Its address at each node, with commas between.</returns>
    public static async Task<string> NewVirtualHostOnClusterAsync(string name)
    {
        var cluster = await Cluster.Value;
        var virtualHost = Unique(name);
        await cluster.Nodes[0].CreateVirtualHostAsync(virtualHost);
        return string.Join(',', cluster.Nodes.Select(node => node.Address(virtualHost)));
    }

    /// <summary>Starts both at the same time; a run that needs both waits only for the slower one.</summary>
    public static Task StartAsync() => Task.WhenAll(Postgres.Value, RabbitMq.Value);

    private static async Task<RabbitMqCluster> StartClusterAsync()
    {
        var cluster = await RabbitMqCluster.StartAsync(
            Path.Combine(TestFolder.Own, "rabbitmq-cluster"),
            [.. Enumerable.Range(0, 3).Select(_ => new RabbitMqOptions("") { Durable = false })]
        );
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
            Task.WhenAll(cluster.Nodes.Select(node => node.KillAsync())).GetAwaiter().GetResult();
        return cluster;
    }

    private static string Unique(string name) =>
        $"{name.ToLowerInvariant()}-{Guid.CreateVersion7():N}"[..Math.Min(60, name.Length + 33)];
}
