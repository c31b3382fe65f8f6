using IntegrationPlatform.Tests.Support.Servers;

namespace IntegrationPlatform.Messaging.Tests.Support;

/// <summary>A database and a virtual host of one test's own.</summary>
/// <param name="Database">Its connection string.</param>
/// <param name="Broker">The virtual host's address; of a cluster's, that at each node, with commas between.</param>
public sealed record Servers(string Database, string Broker)
{
    public static async Task<Servers> NewAsync()
    {
        await TestServers.StartAsync();
        return new(await TestServers.NewDatabaseAsync("messaging"), await TestServers.NewVirtualHostAsync("messaging"));
    }

    public static async Task<Servers> OnClusterAsync() =>
        new(
            await TestServers.NewDatabaseAsync("messaging"),
            await TestServers.NewVirtualHostOnClusterAsync("messaging")
        );
}
