using IntegrationPlatform.Local.Servers;

namespace IntegrationPlatform.Local.Tests;

/// <summary>A private RabbitMQ node through its life.</summary>
public sealed class RabbitMqNodeTests
{
    [Fact]
    public async Task A_killed_node_comes_back_with_its_virtual_hosts()
    {
        await using var node = await RabbitMqNode.StartAsync(
            new RabbitMqOptions(Path.Combine(TestFolder.Own, "killed-rabbitmq"))
        );
        var address = await node.CreateVirtualHostAsync("kept");
        Assert.EndsWith($":{node.Port}/kept", address, StringComparison.Ordinal);

        await node.KillAsync();
        Assert.False(node.Runs);
        await node.StartAgainAsync();

        Assert.Contains(
            "kept",
            await node.Control.EvaluateAsync("[binary_to_list(Name) || Name <- rabbit_vhost:list_names()]."),
            StringComparison.Ordinal
        );
    }
}
