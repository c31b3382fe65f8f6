using IntegrationPlatform.Local.Servers;

namespace IntegrationPlatform.AppHost.Commands;

/// <summary>The one PostgreSQL server and the one RabbitMQ node of a test run.</summary>
internal sealed class TestRunServers : IAsyncDisposable
{
    private readonly PostgresServer _postgres;
    private readonly RabbitMqNode _rabbitMq;

    private TestRunServers(PostgresServer postgres, RabbitMqNode rabbitMq)
    {
        _postgres = postgres;
        _rabbitMq = rabbitMq;
    }

    /// <summary>The variables that tell test projects of them.</summary>
    public IReadOnlyDictionary<string, string?> Variables => TestRun.Variables(_postgres, _rabbitMq);

    public static async Task<TestRunServers> StartAsync(CancellationToken cancellation)
    {
        var postgres = PostgresServer.StartAsync(
            new PostgresOptions(Path.Combine(TestFolder.Own, "postgres")) { Durable = false },
            cancellation
        );
        var rabbitMq = RabbitMqNode.StartAsync(
            new RabbitMqOptions(Path.Combine(TestFolder.Own, "rabbitmq")) { Durable = false },
            cancellation: cancellation
        );
        await Task.WhenAll(postgres, rabbitMq);
        return new TestRunServers(await postgres, await rabbitMq);
    }

    public async ValueTask DisposeAsync()
    {
        // Nothing in them is worth an orderly end.
        await Task.WhenAll(_postgres.KillAsync(), _rabbitMq.KillAsync());
        await _postgres.DisposeAsync();
        await _rabbitMq.DisposeAsync();
        TestFolder.Remove();
    }
}
