using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace IntegrationPlatform.Local.Processes;

/// <summary>Finds ports that nobody listens on, below the range the kernel takes for outgoing connections.</summary>
public static class FreePort
{
    private const int First = 15_000;
    private const int End = 32_000;
    private static readonly ConcurrentDictionary<int, byte> Given = new();

    /// <summary>A free port of the loopback address, never the same twice in one process.</summary>
    public static int Next()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(First, End);
            if (IsFree(port) && Given.TryAdd(port, 0))
            {
                return port;
            }
        }
    }

    /// <summary>True when nobody listens on the port.</summary>
    public static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
