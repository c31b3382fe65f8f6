using System.Globalization;
using IntegrationPlatform.Chaos.Script;
using IntegrationPlatform.Local.Run;
using IntegrationPlatform.Local.Servers;

namespace IntegrationPlatform.Chaos.Faults;

/// <summary>Faults of the RabbitMQ cluster.</summary>
internal sealed class BrokerFaults(LocalPlatform platform)
{
    private const long MoreThanAnyDisk = 1_000_000_000_000_000;
    private const long UsualLimit = 100_000_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private IReadOnlyList<RabbitMqNode> Nodes => platform.BrokerNodes;

    /// <summary>Kills the node that leads a queue; over when it has joined again and follows every queue.</summary>
    public async Task KillLeaderAsync(Step step, CancellationToken cancellation)
    {
        var leader = await Nodes[0]
            .Control.EvaluateAsync(
                $$"""
                {ok, Q} = rabbit_amqqueue:lookup(rabbit_misc:r(<<"/">>, queue, <<"{{step.Target}}">>)), amqqueue:qnode(Q).
                """,
                cancellation
            );
        var node = Nodes.Single(node => node.Name == leader);
        await Outages.EndAsync(node.KillAsync, step.Lasting, node.StartAgainAsync, cancellation);
        await UntilWholeAsync(cancellation);
    }

    /// <summary>Kills all nodes at once.</summary>
    public async Task KillAllAsync(Step step, CancellationToken cancellation)
    {
        await Outages.EndAsync(
            () => Task.WhenAll(Nodes.Select(node => node.KillAsync())),
            step.Lasting,
            token => Task.WhenAll(Nodes.Select(node => node.StartAgainAsync(token))),
            cancellation
        );
        await UntilWholeAsync(cancellation);
    }

    public Task PauseAsync(Step step, CancellationToken cancellation)
    {
        var node = Find(step.Target);
        return Outages.HoldAsync(node.Pause, step.Lasting, node.Resume, cancellation);
    }

    /// <summary>
    /// Lets a node believe that its disk is full: the broker takes nothing from any publisher until there is room. It is
    /// RabbitMQ's own alarm, which comes before the disk is really full.
    /// </summary>
    public async Task FillDiskAsync(Step step, CancellationToken cancellation)
    {
        var node = Find(step.Target);
        await SetDiskLimitAsync(node, MoreThanAnyDisk);
        try
        {
            if (await node.Control.EvaluateAsync("length(rabbit_alarm:get_alarms()).", cancellation) == "0")
            {
                throw new MissedException("RabbitMQ raised no alarm");
            }

            await Task.Delay(step.Lasting, cancellation);
        }
        finally
        {
            await SetDiskLimitAsync(node, UsualLimit);
        }
    }

    /// <summary>Ends the processes behind all connections: the clients see the connection break, without a word.</summary>
    public Task CutAsync(Step step, CancellationToken cancellation) =>
        Nodes[0].Control.EvaluateAsync("[exit(C, kill) || C <- rabbit_networking:connections()], ok.", cancellation);

    /// <summary>Waits until every node runs and every queue has all its members.</summary>
    private async Task UntilWholeAsync(CancellationToken cancellation)
    {
        var all = Nodes.Count.ToString(CultureInfo.InvariantCulture);
        var giveUp = TimeProvider.System.GetUtcNow() + Patience;
        while (
            await Nodes[0]
                .Control.EvaluateAsync(
                    $"lists:min([length(rabbit_nodes:all_running()) | "
                        + "[length(O) || Q <- rabbit_amqqueue:list(), [{online, O}] <- [rabbit_amqqueue:info(Q, [online])]]]).",
                    cancellation
                ) != all
        )
        {
            if (TimeProvider.System.GetUtcNow() > giveUp)
            {
                throw new InvalidOperationException(
                    $"The RabbitMQ cluster was not whole {Patience.TotalSeconds:0} s after its nodes were."
                );
            }

            await Task.Delay(500, cancellation);
        }
    }

    private static async Task SetDiskLimitAsync(RabbitMqNode node, long bytes) =>
        await node.Control.EvaluateAsync(
            string.Create(CultureInfo.InvariantCulture, $"rabbit_disk_monitor:set_disk_free_limit({bytes}).")
        );

    private RabbitMqNode Find(string name) => Nodes.Single(node => node.Name == $"{name}@localhost");
}
