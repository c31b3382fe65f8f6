using System.Globalization;
using System.Net.Sockets;
using IntegrationPlatform.Local.Processes;

namespace IntegrationPlatform.Local.Servers;

/// <summary>Erlang's port mapper in the foreground: left to Erlang it would be started as a daemon and outlive us.</summary>
public sealed class Epmd : IAsyncDisposable
{
    private readonly ChildProcess _process;

    private Epmd(ChildProcess process, int port)
    {
        _process = process;
        Port = port;
    }

    /// <summary>The port it listens on.</summary>
    public int Port { get; }

    /// <summary>Starts a port mapper on a free port.</summary>
    public static async Task<Epmd> StartAsync(string logFile, CancellationToken cancellation = default)
    {
        var port = FreePort.Next();
        var text = port.ToString(CultureInfo.InvariantCulture);
        var process = ChildProcess.Start(new ChildStart("epmd", ["-port", text, "-address", "127.0.0.1"], logFile));
        await process.UntilAsync(() => AnswersAsync(port, cancellation), TimeSpan.FromSeconds(20), cancellation);
        return new Epmd(process, port);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _process.KillAsync();
        _process.Dispose();
    }

    private static async Task<bool> AnswersAsync(int port, CancellationToken cancellation)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
