using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IntegrationPlatform.Benchmarks.Messaging;

/// <summary>
/// Clients that POST over connections they keep. One thread writes the bytes of all of them to their sockets, as pgbench does,
/// because the load shares the machine with what it measures: a full HTTP client would cost as much as the service.
/// </summary>
internal static class HttpLoad
{
    private const int BufferSize = 4096;

    /// <summary>Sends requests as fast as the answers come.</summary>
    /// <param name="port">The service's port on this machine.</param>
    /// <param name="path">Where they go.</param>
    /// <param name="clients">Requests under way at the same time.</param>
    /// <param name="count">Requests in all.</param>
    /// <param name="body">The JSON of a request, by its number.</param>
    public static Task RunAsync(int port, string path, int clients, int count, Func<int, string> body) =>
        Task.Factory.StartNew(
            () => Run(port, path, Math.Min(clients, count), count, body),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );

    /// <summary>Sends one request after the other, at a pace.</summary>
    public static async Task PacedAsync(int port, string path, int count, TimeSpan pace, Func<int, string> body)
    {
        using var client = new Client(port, path);
        using var timer = new PeriodicTimer(pace);
        for (var number = 0; number < count; number++)
        {
            await timer.WaitForNextTickAsync();
            client.Send(body(number));
            while (!client.Receive()) { }
        }
    }

    private static void Run(int port, string path, int clients, int count, Func<int, string> body)
    {
        var all = Enumerable
            .Range(0, clients)
            .Select(_ => new Client(port, path))
            .ToDictionary(client => client.Socket);
        try
        {
            var next = 0;
            foreach (var client in all.Values)
            {
                client.Send(body(next++));
            }

            var answered = 0;
            var ready = new List<Socket>(clients);
            while (answered < count)
            {
                ready.Clear();
                ready.AddRange(all.Keys);
                Socket.Select(ready, checkWrite: null, checkError: null, Timeout.InfiniteTimeSpan);
                foreach (var socket in ready)
                {
                    var client = all[socket];
                    if (!client.Receive())
                    {
                        continue;
                    }

                    answered++;
                    if (next < count)
                    {
                        client.Send(body(next++));
                    }
                }
            }
        }
        finally
        {
            all.Values.ToList().ForEach(client => client.Dispose());
        }
    }

    /// <summary>A connection with one request under way.</summary>
    private sealed class Client : IDisposable
    {
        private readonly byte[] _buffer = new byte[BufferSize];
        private readonly string _path;
        private int _read;

        public Client(int port, string path)
        {
            _path = path;
            Socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            Socket.Connect(IPAddress.Loopback, port);
        }

        public Socket Socket { get; }

        public void Send(string body)
        {
            var request = string.Create(
                CultureInfo.InvariantCulture,
                $"POST {_path} HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"
            );
            Socket.Send(_buffer.AsSpan(0, Encoding.ASCII.GetBytes(request, _buffer)));
            _read = 0;
        }

        /// <summary>Reads what has come; true when the answer is whole.</summary>
        public bool Receive()
        {
            var more = Socket.Receive(_buffer.AsSpan(_read));
            _read += more;
            if (more == 0)
            {
                throw new BenchException($"The service closed the connection of a request to {_path}.");
            }

            if (!IsWhole(_buffer.AsSpan(0, _read)))
            {
                return false;
            }

            return _buffer.AsSpan().StartsWith("HTTP/1.1 201 "u8)
                ? true
                : throw new BenchException($"{_path} answered {Encoding.ASCII.GetString(_buffer, 0, _read)}");
        }

        public void Dispose() => Socket.Dispose();
    }

    // An answer is chunked, or says its length.
    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return false;
        }

        var length = answer[..end].IndexOf("Content-Length: "u8);
        if (length < 0)
        {
            return answer.EndsWith("\r\n0\r\n\r\n"u8);
        }

        var digits = answer[(length + "Content-Length: ".Length)..end];
        var line = digits.IndexOf((byte)'\r');
        return int.Parse(line < 0 ? digits : digits[..line], CultureInfo.InvariantCulture) <= answer.Length - end - 4;
    }
}
