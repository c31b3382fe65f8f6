using System.Net.Sockets;
using IntegrationPlatform.Local.Processes;

namespace IntegrationPlatform.Local.Servers;

/// <summary>A private RabbitMQ node on ports and a folder of its own; it needs neither systemd nor a container.</summary>
public sealed class RabbitMqNode : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);
    private static readonly byte[] Greeting = "AMQP\0\0\t\u0001"u8.ToArray();
    private readonly RabbitMqOptions _options;
    private readonly Epmd? _ownEpmd;
    private readonly Epmd _epmd;
    private ChildProcess? _node;

    private RabbitMqNode(RabbitMqOptions options, Epmd epmd, Epmd? ownEpmd)
    {
        _options = options;
        _epmd = epmd;
        _ownEpmd = ownEpmd;
    }

    /// <summary>The node's name in its cluster.</summary>
    public string Name => $"{_options.Name}@localhost";

    /// <summary>The port it takes AMQP on.</summary>
    public int Port => _options.Port;

    /// <summary>True while its process runs.</summary>
    public bool Runs => _node is { HasEnded: false };

    /// <summary>The node's process id.</summary>
    public int ProcessId => Node.Id;

    /// <summary>How to evaluate Erlang on the node.</summary>
    public ErlangCall Control => new(_options.DistributionPort, _options.Cookie);

    /// <summary>Makes the node where there is none, starts it and waits until it takes connections.</summary>
    /// <param name="options">The node.</param>
    /// <param name="epmd">The port mapper of its cluster, or null for one of its own.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<RabbitMqNode> StartAsync(
        RabbitMqOptions options,
        Epmd? epmd = null,
        CancellationToken cancellation = default
    )
    {
        var folder = new RabbitMqFolder(options);
        folder.Write();
        var own = epmd is null ? await Epmd.StartAsync(folder.Log, cancellation) : null;
        var node = new RabbitMqNode(options, epmd ?? own!, own);
        try
        {
            await node.StartAgainAsync(cancellation);
            return node;
        }
        catch
        {
            await node.DisposeAsync();
            throw;
        }
    }

    /// <summary>The address of a virtual host, with user and password.</summary>
    public string Address(string virtualHost = "/") => _options.Address(virtualHost);

    /// <summary>Makes a virtual host.</summary>
    /// <returns>Its address.</returns>
    public async Task<string> CreateVirtualHostAsync(string name, CancellationToken cancellation = default)
    {
        await Control.CreateVirtualHostAsync(name, _options.User, cancellation);
        return Address(name);
    }

    /// <summary>Starts a node that was stopped or killed, with the data it has.</summary>
    public async Task StartAgainAsync(CancellationToken cancellation = default)
    {
        if (Runs)
        {
            return;
        }

        var folder = new RabbitMqFolder(_options);
        _node?.Dispose();
        _node = ChildProcess.Start(
            new ChildStart(Path.Combine(Installed.RabbitMq, "rabbitmq-server"), [], folder.Log)
            {
                Name = "RabbitMQ",
                WorkingFolder = folder.Root,
                Environment = folder.Environment(_epmd.Port),
            }
        );
        await _node.UntilAsync(() => TakesConnectionsAsync(cancellation), Patience, cancellation);
    }

    /// <summary>Stops the node in order.</summary>
    public Task StopAsync() => _node?.StopAsync(Signal.Terminate, Patience) ?? Task.CompletedTask;

    /// <summary>Ends the node at once, as a power cut would.</summary>
    public Task KillAsync() => Node.KillAsync();

    /// <summary>Freezes the node.</summary>
    public void Pause() => Node.Pause();

    /// <summary>Lets a frozen node go on.</summary>
    public void Resume() => Node.Resume();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _node?.Dispose();
        if (_ownEpmd is not null)
        {
            await _ownEpmd.DisposeAsync();
        }
    }

    private ChildProcess Node => _node ?? throw new InvalidOperationException("RabbitMQ is not started.");

    /// <summary>Ready is when the port answers the protocol's greeting with a frame, not when it only accepts.</summary>
    private async Task<bool> TakesConnectionsAsync(CancellationToken cancellation)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", Port, cancellation);
            var stream = client.GetStream();
            await stream.WriteAsync(Greeting, cancellation);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            limit.CancelAfter(TimeSpan.FromSeconds(5));
            return await stream.ReadAsync(new byte[1], limit.Token) == 1;
        }
        catch (Exception fault) when (fault is SocketException or IOException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }
}
