using IntegrationPlatform.Local.Servers;

namespace IntegrationPlatform.Tests.Support.Servers;

/// <summary>The PostgreSQL server of a test run.</summary>
/// <param name="ConnectionString">The superuser's.</param>
internal sealed record TestPostgres(string ConnectionString)
{
    public static async Task<TestPostgres> FindOrStartAsync()
    {
        if (Environment.GetEnvironmentVariable(TestRun.PostgresVariable) is { Length: > 0 } given)
        {
            return new TestPostgres(given);
        }

        var server = await PostgresServer.StartAsync(
            new PostgresOptions(Path.Combine(TestFolder.Own, "postgres")) { Durable = false }
        );
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.KillAsync().GetAwaiter().GetResult();
        return new TestPostgres(server.ConnectionString());
    }
}
