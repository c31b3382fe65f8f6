namespace IntegrationPlatform.Local.Servers;

/// <summary>One RabbitMQ node, or several as a cluster; they share a port mapper and a cookie.</summary>
public sealed class RabbitMqCluster : IAsyncDisposable
{
    private readonly Epmd _epmd;

    private RabbitMqCluster(Epmd epmd, IReadOnlyList<RabbitMqNode> nodes)
    {
        _epmd = epmd;
        Nodes = nodes;
    }

    /// <summary>The nodes, the one that the others joined first.</summary>
    public IReadOnlyList<RabbitMqNode> Nodes { get; }

    /// <summary>Starts the nodes: the first one first, for the others join it.</summary>
    /// <param name="folder">Holds a folder for each node.</param>
    /// <param name="nodes">The nodes; the names, folder and cluster of the options are set here.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<RabbitMqCluster> StartAsync(
        string folder,
        IReadOnlyList<RabbitMqOptions> nodes,
        CancellationToken cancellation = default
    )
    {
        Directory.CreateDirectory(folder);
        var epmd = await Epmd.StartAsync(Path.Combine(folder, "epmd.log"), cancellation);
        var names = nodes.Select((_, i) => $"rabbit{i + 1}").ToList();
        var started = new List<RabbitMqNode>();
        var cluster = new RabbitMqCluster(epmd, started);
        try
        {
            for (var i = 0; i < nodes.Count; i++)
            {
                var options = nodes[i] with
                {
                    Folder = Path.Combine(folder, names[i]),
                    Name = names[i],
                    Cookie = nodes[0].Cookie,
                    Cluster = nodes.Count > 1 ? names : [],
                };
                started.Add(await RabbitMqNode.StartAsync(options, epmd, cancellation));
            }

            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Nodes.Select(node => node.DisposeAsync().AsTask()));
        await _epmd.DisposeAsync();
    }
}
