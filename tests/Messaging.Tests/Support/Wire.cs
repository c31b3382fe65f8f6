using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace IntegrationPlatform.Messaging.Tests.Support;

/// <summary>A wire to a server that a test can cut and mend.</summary>
public sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly string _host;
    private readonly int _port;
    private readonly ConcurrentDictionary<TcpClient, bool> _clients = [];
    private readonly Task _accepting;
    private volatile bool _cut;
    private volatile TaskCompletionSource _open = Opened();
    private int _refused;

    private Wire(string host, int port, bool cut)
    {
        _host = host;
        _port = port;
        _cut = cut;
        _listener = new TcpListener(IPAddress.Loopback, 0);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Connections refused while the wire was cut.</summary>
    public int Refused => Volatile.Read(ref _refused);

    private int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Puts a wire before the broker; of a cluster, before its first node, and the others are not known.</summary>
    public static Wire ToBroker(Servers servers, out Servers wired, bool cut = false)
    {
        var broker = new UriBuilder(servers.Broker.Split(',')[0]);
        var wire = new Wire(broker.Host, broker.Port, cut);
        (broker.Host, broker.Port) = ("127.0.0.1", wire.Port);
        wired = servers with { Broker = broker.Uri.ToString() };
        return wire;
    }

    /// <summary>Puts a wire before the database.</summary>
    public static Wire ToDatabase(Servers servers, out Servers wired)
    {
        var database = new NpgsqlConnectionStringBuilder(servers.Database);
        var wire = new Wire(database.Host!, database.Port, cut: false);
        (database.Host, database.Port) = ("127.0.0.1", wire.Port);
        wired = servers with { Database = database.ConnectionString };
        return wire;
    }

    public void Cut()
    {
        _cut = true;
        foreach (var client in _clients.Keys)
        {
            client.Dispose();
        }
    }

    public void Mend() => _cut = false;

    /// <summary>Keeps connections open and lets nothing through, as a server that is paused.</summary>
    public void Hold() => _open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets through what was held.</summary>
    public void Release() => _open.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Release();
        Cut();
        _listener.Dispose();
        await _accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            var near = await _listener.AcceptTcpClientAsync();
            if (_cut)
            {
                Interlocked.Increment(ref _refused);
                near.Dispose();
                continue;
            }

            var far = new TcpClient();
            await far.ConnectAsync(_host, _port);
            _clients[near] = true;
            _clients[far] = true;
            _ = PumpAsync(near, far);
            _ = PumpAsync(far, near);
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to)
    {
        try
        {
            var buffer = new byte[16 * 1024];
            int read;
            while ((read = await from.GetStream().ReadAsync(buffer)) > 0)
            {
                await _open.Task;
                await to.GetStream().WriteAsync(buffer.AsMemory(0, read));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The wire was cut.
        }
        finally
        {
            from.Dispose();
            to.Dispose();
        }
    }

    private static TaskCompletionSource Opened()
    {
        var opened = new TaskCompletionSource();
        opened.SetResult();
        return opened;
    }
}
