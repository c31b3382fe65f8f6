using System.Globalization;

namespace IntegrationPlatform.Local.Servers;

/// <summary>One RabbitMQ node, or several as a cluster; they share a port mapper and a cookie.</summary>
public sealed class RabbitMqCluster : IAsyncDisposable
{
    private readonly Epmd _epmd;
    private readonly List<RabbitMqNode> _nodes = [];

    private RabbitMqCluster(Epmd epmd) => _epmd = epmd;

    /// <summary>The nodes, the one that the others joined first.</summary>
    public IReadOnlyList<RabbitMqNode> Nodes => _nodes;

    /// <summary>Starts the nodes, new ones or those that the folder holds.</summary>
    /// <param name="folder">Holds a folder for each node.</param>
    /// <param name="nodes">The nodes; their names, folders, cookie and cluster are set here.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<RabbitMqCluster> StartAsync(
        string folder,
        IReadOnlyList<RabbitMqOptions> nodes,
        CancellationToken cancellation = default
    )
    {
        Directory.CreateDirectory(folder);
        RefuseAnotherSize(folder, nodes.Count);
        var names = nodes.Select((_, i) => $"rabbit{i + 1}").ToList();
        var options = nodes.Select(
            (node, i) =>
                node with
                {
                    Folder = Path.Combine(folder, names[i]),
                    Name = names[i],
                    Cookie = nodes[0].Cookie,
                    Cluster = nodes.Count > 1 ? names : [],
                }
        );
        var isNew = !Directory.Exists(Path.Combine(folder, names[0]));
        var cluster = new RabbitMqCluster(await Epmd.StartAsync(Path.Combine(folder, "epmd.log"), cancellation));
        try
        {
            await cluster.StartNodesAsync([.. options], oneByOne: isNew, cancellation);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>A node waits for those it knew: fewer, and it waits in vain; more, and they are strangers.</summary>
    private static void RefuseAnotherSize(string folder, int nodes)
    {
        var file = Path.Combine(folder, "nodes");
        var size = nodes.ToString(CultureInfo.InvariantCulture);
        if (File.Exists(file) && File.ReadAllText(file) is var made && made != size)
        {
            throw new InvalidOperationException(
                $"The broker's data in {folder} is that of {made} nodes, not {size}. Keep to {made}, or remove the data."
            );
        }

        File.WriteAllText(file, size);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Nodes.Select(node => node.DisposeAsync().AsTask()));
        await _epmd.DisposeAsync();
    }

    /// <summary>New nodes join the first one; nodes that know each other wait for each other, so they start together.</summary>
    private async Task StartNodesAsync(
        IReadOnlyList<RabbitMqOptions> options,
        bool oneByOne,
        CancellationToken cancellation
    )
    {
        var starts = options.Select(node => RabbitMqNode.StartAsync(node, _epmd, cancellation));
        if (oneByOne)
        {
            foreach (var start in starts)
            {
                _nodes.Add(await start);
            }
        }
        else
        {
            _nodes.AddRange(await Task.WhenAll(starts));
        }
    }
}
