using IntegrationPlatform.Local.Servers;
using IntegrationPlatform.Tests.Support;

namespace IntegrationPlatform.Local.Tests;

/// <summary>Several private RabbitMQ nodes as one cluster.</summary>
public sealed class RabbitMqClusterTests
{
    [Fact]
    public async Task Three_nodes_know_each_other_and_one_that_was_killed_joins_again()
    {
        await using var cluster = await RabbitMqCluster.StartAsync(
            Path.Combine(TestFolder.Own, "cluster"),
            [.. Enumerable.Range(0, 3).Select(_ => new RabbitMqOptions("") { Durable = false })]
        );
        Assert.Equal(3, await RunningAsync(cluster.Nodes[0]));

        await cluster.Nodes[2].KillAsync();
        await cluster.Nodes[2].StartAgainAsync();

        Assert.Equal(3, await RunningAsync(cluster.Nodes[2]));
    }

    [Fact]
    public async Task A_cluster_that_was_stopped_starts_again()
    {
        var folder = Path.Combine(TestFolder.Own, "stopped-cluster");
        RabbitMqOptions[] nodes = [.. Enumerable.Range(0, 2).Select(_ => new RabbitMqOptions("") { Durable = false })];
        await using (await RabbitMqCluster.StartAsync(folder, nodes)) { }

        await using var again = await RabbitMqCluster.StartAsync(folder, nodes);

        Assert.Equal(2, await RunningAsync(again.Nodes[0]));
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            RabbitMqCluster.StartAsync(folder, nodes[..1])
        );
        Assert.Contains("that of 2 nodes, not 1", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_node_tells_the_depth_of_a_queue_that_another_leads()
    {
        await using var cluster = await RabbitMqCluster.StartAsync(
            Path.Combine(TestFolder.Own, "led-cluster"),
            [.. Enumerable.Range(0, 2).Select(_ => new RabbitMqOptions("") { Durable = false })]
        );
        await cluster
            .Nodes[1]
            .Control.EvaluateAsync(
                """
                {new, _} = rabbit_amqqueue:declare(rabbit_misc:r(<<"/">>, queue, <<"led">>), true, false,
                  [{<<"x-queue-type">>, longstr, <<"quorum">>}], none, <<"platform">>),
                rabbit_basic:publish(rabbit_misc:r(<<"/">>, exchange, <<>>), <<"led">>, [], <<"hello">>).
                """
            );

        foreach (var node in cluster.Nodes)
        {
            await Eventually.Becomes(
                new QueueDepth("led", 1, 0),
                async () => (await node.Control.QueuesAsync()).Single()
            );
        }
    }

    private static async Task<int> RunningAsync(RabbitMqNode node) =>
        int.Parse(
            await node.Control.EvaluateAsync("length(rabbit_nodes:all_running())."),
            System.Globalization.CultureInfo.InvariantCulture
        );
}
