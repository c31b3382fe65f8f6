using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IntegrationPlatform.Benchmarks;

/// <summary>
/// Clients that send requests over connections they keep. One thread writes the bytes of all of them to their sockets, as pgbench does,
/// because the load shares the machine with what it measures: a full HTTP client would cost as much as the service.
/// </summary>
internal static class HttpLoad
{
    private const int BufferSize = 4096;

    /// <summary>Posts bodies as fast as the answers come.</summary>
    /// <param name="port">The service's port on this machine.</param>
    /// <param name="path">Where they go.</param>
    /// <param name="clients">Requests under way at the same time.</param>
    /// <param name="count">Requests in all.</param>
    /// <param name="body">The JSON of a request, by its number.</param>
    public static Task RunAsync(int port, string path, int clients, int count, Func<int, string> body) =>
        RunAsync(port, clients, count, number => HttpCall.Post(path, body(number)));

    /// <summary>Sends requests as fast as the answers come.</summary>
    /// <param name="port">The service's port on this machine.</param>
    /// <param name="clients">Requests under way at the same time.</param>
    /// <param name="count">Requests in all.</param>
    /// <param name="call">A request, by its number.</param>
    public static Task RunAsync(int port, int clients, int count, Func<int, HttpCall> call) =>
        Task.Factory.StartNew(
            () => Run(port, Math.Min(clients, count), count, call),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );

    /// <summary>Posts one body after the other, at a pace.</summary>
    public static Task PacedAsync(int port, string path, int count, TimeSpan pace, Func<int, string> body) =>
        PacedAsync(port, count, pace, number => HttpCall.Post(path, body(number)));

    /// <summary>Sends one request after the other, at a pace.</summary>
    /// <returns>How long each took until its answer was there, in milliseconds.</returns>
    public static async Task<IReadOnlyList<double>> PacedAsync(
        int port,
        int count,
        TimeSpan pace,
        Func<int, HttpCall> call
    )
    {
        using var client = new Client(port);
        using var timer = new PeriodicTimer(pace);
        var took = new double[count];
        for (var number = 0; number < count; number++)
        {
            await timer.WaitForNextTickAsync();
            var clock = Stopwatch.GetTimestamp();
            client.Send(call(number));
            while (!client.Receive()) { }
            took[number] = Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
        }

        return took;
    }

    private static void Run(int port, int clients, int count, Func<int, HttpCall> call)
    {
        var all = Enumerable.Range(0, clients).Select(_ => new Client(port)).ToDictionary(client => client.Socket);
        try
        {
            var next = 0;
            foreach (var client in all.Values)
            {
                client.Send(call(next++));
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
                        client.Send(call(next++));
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
        private HttpCall? _call;
        private int _read;

        public Client(int port)
        {
            Socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            Socket.Connect(IPAddress.Loopback, port);
        }

        public Socket Socket { get; }

        public void Send(HttpCall call)
        {
            Socket.Send(_buffer.AsSpan(0, Encoding.ASCII.GetBytes(call.Request, _buffer)));
            _call = call;
            _read = 0;
        }

        /// <summary>Reads what has come; true when the answer is whole.</summary>
        public bool Receive()
        {
            var more = Socket.Receive(_buffer.AsSpan(_read));
            _read += more;
            if (more == 0)
            {
                throw new BenchException($"The connection of {_call!.Line} was closed.");
            }

            if (!IsWhole(_buffer.AsSpan(0, _read)))
            {
                return false;
            }

            return _buffer.AsSpan().StartsWith(_call!.Answer)
                ? true
                : throw new BenchException($"{_call.Line} was answered {Encoding.ASCII.GetString(_buffer, 0, _read)}");
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
