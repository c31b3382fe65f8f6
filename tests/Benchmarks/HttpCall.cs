using System.Globalization;

namespace IntegrationPlatform.Benchmarks;

/// <summary>A request as it stands on the wire, and what its answer must begin with.</summary>
/// <param name="Request">The request's ASCII text.</param>
/// <param name="Status">The status that it must be answered with.</param>
internal sealed record HttpCall(string Request, int Status)
{
    private readonly byte[] _answer = System.Text.Encoding.ASCII.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {Status} ")
    );

    /// <summary>The answer's first bytes.</summary>
    public ReadOnlySpan<byte> Answer => _answer;

    /// <summary>The request's first line, for messages.</summary>
    public string Line => Request[..Request.IndexOf('\r', StringComparison.Ordinal)];

    /// <summary>A GET, answered with 200.</summary>
    /// <param name="path">Where it goes.</param>
    /// <param name="token">The access token.</param>
    public static HttpCall Get(string path, string token) =>
        new($"GET {path} HTTP/1.1\r\nHost: bench\r\nAuthorization: Bearer {token}\r\n\r\n", 200);

    /// <summary>A POST of JSON, answered with 201.</summary>
    /// <param name="path">Where it goes.</param>
    /// <param name="body">The JSON.</param>
    /// <param name="token">The access token; null for none.</param>
    public static HttpCall Post(string path, string body, string? token = null) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"POST {path} HTTP/1.1\r\nHost: bench\r\n{(token is null ? "" : $"Authorization: Bearer {token}\r\n")}Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"
            ),
            201
        );
}
