using System.Globalization;
using System.IO.Compression;
using System.Net.Sockets;
using System.Text;

namespace IntegrationPlatform.Fuzz.Tests;

/// <summary>An answer as it came over the wire.</summary>
/// <param name="Status">The status; 0 when the connection was closed without an answer.</param>
/// <param name="Headers">The headers.</param>
/// <param name="Body">The body, unpacked.</param>
internal sealed record Answer(int Status, ILookup<string, string> Headers, string Body)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The media type of the body.</summary>
    public string? MediaType => Headers["Content-Type"].FirstOrDefault()?.Split(';')[0];

    /// <summary>Sends a request as it stands, and reads until the other side closes.</summary>
    public static async Task<Answer> ToAsync(byte[] request, Uri address, bool hasBody)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(address.Host, address.Port, limit.Token);
        var stream = client.GetStream();
        using var received = new MemoryStream();
        // Both at once: who refuses early may answer before it has read all.
        var sending = SendAsync(stream, request, limit.Token);
        try
        {
            await stream.CopyToAsync(received, limit.Token);
        }
        catch (IOException)
        {
            // Cut off; what came before counts.
        }

        await sending;
        return Read(received.ToArray(), hasBody);
    }

    private static async Task SendAsync(NetworkStream stream, byte[] request, CancellationToken cancellation)
    {
        try
        {
            await stream.WriteAsync(request, cancellation);
        }
        catch (IOException)
        {
            // The other side has closed; its answer says why.
        }
    }

    private static Answer Read(byte[] received, bool hasBody)
    {
        var end = received.AsSpan().IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            return new Answer(0, Array.Empty<string>().ToLookup(_ => ""), Encoding.Latin1.GetString(received));
        }

        var lines = Encoding.Latin1.GetString(received, 0, end).Split("\r\n");
        var headers = lines
            .Skip(1)
            .Select(line => line.Split(": ", 2))
            .ToLookup(line => line[0], line => line.ElementAtOrDefault(1) ?? "", StringComparer.OrdinalIgnoreCase);
        var body = received[(end + 4)..];
        if (headers["Transfer-Encoding"].Contains("chunked"))
        {
            body = Joined(body);
        }

        var status = int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture);
        return new Answer(status, headers, hasBody ? Encoding.UTF8.GetString(Unpacked(body, headers)) : "");
    }

    private static byte[] Joined(byte[] chunks)
    {
        var all = new List<byte>(chunks.Length);
        var at = 0;
        while (chunks.AsSpan(at).IndexOf("\r\n"u8) is var line and > 0)
        {
            var length = int.Parse(
                Encoding.ASCII.GetString(chunks, at, line),
                NumberStyles.HexNumber,
                CultureInfo.InvariantCulture
            );
            at += line + 2;
            all.AddRange(chunks.AsSpan(at, length));
            at += length + 2;
        }

        return [.. all];
    }

    private static byte[] Unpacked(byte[] body, ILookup<string, string> headers)
    {
        using var packed = new MemoryStream(body);
        using Stream? reader = headers["Content-Encoding"].FirstOrDefault() switch
        {
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            _ => null,
        };
        if (reader is null)
        {
            return body;
        }

        using var plain = new MemoryStream();
        reader.CopyTo(plain);
        return plain.ToArray();
    }
}
