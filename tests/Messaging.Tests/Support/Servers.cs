using IntegrationPlatform.Tests.Support.Servers;

namespace IntegrationPlatform.Messaging.Tests.Support;

/// <summary>A database and a virtual host of one test's own.</summary>
public sealed record Servers(string Database, string Broker)
{
    public static async Task<Servers> NewAsync()
    {
        await TestServers.StartAsync();
        return new(await TestServers.NewDatabaseAsync("messaging"), await TestServers.NewVirtualHostAsync("messaging"));
    }
}
