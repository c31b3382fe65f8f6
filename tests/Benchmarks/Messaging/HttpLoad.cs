using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace IntegrationPlatform.Benchmarks.Messaging;

/// <summary>
/// Clients that POST over connections they keep. They write bytes to sockets, because the load shares the machine with
/// what it measures: a full HTTP client would cost as much as the service.
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
    public static async Task RunAsync(int port, string path, int clients, int count, Func<int, string> body)
    {
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(ClientAsync)));

        async Task ClientAsync()
        {
            using var client = new TcpClient { NoDelay = true };
            await client.ConnectAsync("127.0.0.1", port);
            var buffer = new byte[BufferSize];
            int number;
            while ((number = Interlocked.Increment(ref next)) < count)
            {
                await PostAsync(client.Client, buffer, path, body(number));
            }
        }
    }

    /// <summary>Sends one request after the other, at a pace.</summary>
    public static async Task PacedAsync(int port, string path, int count, TimeSpan pace, Func<int, string> body)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync("127.0.0.1", port);
        var buffer = new byte[BufferSize];
        using var timer = new PeriodicTimer(pace);
        for (var number = 0; number < count; number++)
        {
            await timer.WaitForNextTickAsync();
            await PostAsync(client.Client, buffer, path, body(number));
        }
    }

    private static async Task PostAsync(Socket socket, byte[] buffer, string path, string body)
    {
        var request = string.Create(
            CultureInfo.InvariantCulture,
            $"POST {path} HTTP/1.1\r\nHost: bench\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"
        );
        var length = Encoding.ASCII.GetBytes(request, buffer);
        await socket.SendAsync(buffer.AsMemory(0, length));
        var read = 0;
        do
        {
            var more = await socket.ReceiveAsync(buffer.AsMemory(read));
            read += more;
            if (more == 0)
            {
                throw new BenchException($"The service closed the connection of a request to {path}.");
            }
        } while (!IsWhole(buffer.AsSpan(0, read)));
        if (!buffer.AsSpan().StartsWith("HTTP/1.1 201 "u8))
        {
            throw new BenchException($"{path} answered {Encoding.ASCII.GetString(buffer, 0, read)}");
        }
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
