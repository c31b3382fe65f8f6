using IntegrationPlatform.Tests.Support.Servers;
using Npgsql;

namespace IntegrationPlatform.Local.Tests;

/// <summary>What test projects get from the servers of their run.</summary>
public sealed class TestServersTests
{
    [Fact]
    public async Task Every_database_is_new()
    {
        var first = await TestServers.NewDatabaseAsync("mapping");
        var second = await TestServers.NewDatabaseAsync("mapping");

        Assert.NotEqual(
            new NpgsqlConnectionStringBuilder(first).Database,
            new NpgsqlConnectionStringBuilder(second).Database
        );
    }

    [Fact]
    public async Task Every_virtual_host_is_new()
    {
        Assert.NotEqual(
            await TestServers.NewVirtualHostAsync("mapping"),
            await TestServers.NewVirtualHostAsync("mapping")
        );
    }
}
