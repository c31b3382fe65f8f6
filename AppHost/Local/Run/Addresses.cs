using System.Globalization;
using IntegrationPlatform.Local.Processes;

namespace IntegrationPlatform.Local.Run;

/// <summary>Which port everything of a run has: counted from a first port, or free ones that nobody has to agree on.</summary>
public sealed class Addresses
{
    private readonly Dictionary<int, int> _ports = [];

    /// <summary>Counts from a first port.</summary>
    public static Addresses From(int firstPort) => new(firstPort);

    /// <summary>Takes free ports.</summary>
    public static Addresses Free() => new(null);

    private readonly int? _firstPort;

    private Addresses(int? firstPort) => _firstPort = firstPort;

    /// <summary>The port at an offset; the same at every call.</summary>
    public int Port(int offset)
    {
        lock (_ports)
        {
            if (!_ports.TryGetValue(offset, out var port))
            {
                _ports[offset] = port = _firstPort + offset ?? FreePort.Next();
            }

            return port;
        }
    }

    /// <summary>The address of a part's replica, counted from 1.</summary>
    public Uri Of(Part part, int replica = 1) =>
        new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port(part.Port + replica - 1)}/"));
}
