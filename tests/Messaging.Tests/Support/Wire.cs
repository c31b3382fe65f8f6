using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace IntegrationPlatform.Messaging.Tests.Support;

/// <summary>A wire to the broker that a test can cut and mend.</summary>
public sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly Uri _target;
    private readonly ConcurrentDictionary<TcpClient, bool> _clients = [];
    private readonly Task _accepting;
    private volatile bool _cut;

    public Wire(string target, bool cut = false)
    {
        _target = new Uri(target);
        _cut = cut;
        _listener = new TcpListener(IPAddress.Loopback, 0);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Address =>
        new UriBuilder(_target)
        {
            Host = "127.0.0.1",
            Port = ((IPEndPoint)_listener.LocalEndpoint).Port,
        }.Uri.ToString();

    public void Cut()
    {
        _cut = true;
        foreach (var client in _clients.Keys)
        {
            client.Dispose();
        }
    }

    public void Mend() => _cut = false;

    public async ValueTask DisposeAsync()
    {
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
                near.Dispose();
                continue;
            }

            var far = new TcpClient();
            await far.ConnectAsync(_target.Host, _target.Port);
            _clients[near] = true;
            _clients[far] = true;
            _ = PumpAsync(near, far);
            _ = PumpAsync(far, near);
        }
    }

    private static async Task PumpAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream());
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
}
