using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace IntegrationPlatform.Fuzz.Tests;

/// <summary>A request while it is made odd, and then as it stands on the wire.</summary>
internal sealed class Call(Operation operation)
{
    // What JSON's own types cannot hold stands in the tree under a name of its own until the text is written.
    private const string Placeholder = "@@raw";
    private const string Twice = "@@twice";

    // A little less than what the server takes before it answers by itself, without a body.
    private const int LongestTarget = 8_000;
    private const int MostHeaders = 95;
    private const int LargestHeaders = 15_000;
    private readonly List<string> _raw = [];

    public Operation Operation { get; } = operation;

    public string Method { get; set; } = operation.Method;

    /// <summary>The values of the path's parameters, as they stand in the path.</summary>
    public Dictionary<string, string> Ids { get; } = new(StringComparer.Ordinal);

    /// <summary>Changes the whole path.</summary>
    public List<Func<string, string>> Paths { get; } = [];

    /// <summary>The query's members, as they stand in the address.</summary>
    public List<string> Query { get; } = [];

    public List<(string Name, string Value)> Headers { get; } = [];

    public JsonNode? Json { get; set; } = operation.Body?.DeepClone();

    /// <summary>Changes the whole body.</summary>
    public List<Func<byte[], byte[]>> Bodies { get; } = [];

    public bool Chunked { get; set; }

    /// <summary>What is odd about it.</summary>
    public List<string> Oddities { get; } = [];

    /// <summary>True when it is not HTTP any more, or larger than a request may be.</summary>
    public bool IsNotHttp
    {
        get => field || Target().Length > LongestTarget || Headers.Count > MostHeaders || HeaderBytes > LargestHeaders;
        set;
    }

    private int HeaderBytes => Headers.Sum(header => header.Name.Length + header.Value.Length + 4);

    /// <summary>Puts a text that need not be JSON at a place of the body.</summary>
    /// <param name="place">Any number; which of the body's values it means follows from it.</param>
    /// <param name="raw">The text.</param>
    public void Put(int place, string raw)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Placeholder}{_raw.Count}@");
        _raw.Add(raw);
        var places = Places(Json).ToList();
        if (places.Count == 0)
        {
            Json = JsonValue.Create(name);
            return;
        }

        places[place % places.Count](JsonValue.Create(name));
    }

    /// <summary>Changes one of the body's objects; nothing when it has none.</summary>
    public void Change(int place, Action<JsonObject> change)
    {
        var objects = Objects(Json).ToList();
        if (objects.Count > 0)
        {
            change(objects[place % objects.Count]);
        }
    }

    /// <summary>Adds a member that is there already.</summary>
    public static void Repeat(JsonObject node, int member)
    {
        var (name, value) = node.ElementAt(member % node.Count);
        node[name + Twice] = value?.DeepClone();
    }

    /// <summary>The body's bytes; null when it has none.</summary>
    public byte[]? Body()
    {
        if (Json is null && Bodies.Count == 0)
        {
            return null;
        }

        var text = (Json?.ToJsonString() ?? "").Replace($"{Twice}\"", "\"", StringComparison.Ordinal);
        for (var i = 0; i < _raw.Count; i++)
        {
            text = text.Replace(
                string.Create(CultureInfo.InvariantCulture, $"\"{Placeholder}{i}@\""),
                _raw[i],
                StringComparison.Ordinal
            );
        }

        return Bodies.Aggregate(Encoding.UTF8.GetBytes(text), (bytes, change) => change(bytes));
    }

    /// <summary>The path and the query.</summary>
    public string Target()
    {
        var path = Ids.Aggregate(
            Operation.Path,
            (text, id) => text.Replace($"{{{id.Key}}}", id.Value, StringComparison.Ordinal)
        );
        path = Paths.Aggregate(path, (text, change) => change(text));
        return Query.Count == 0 ? path : $"{path}?{string.Join('&', Query)}";
    }

    /// <summary>The whole request.</summary>
    public byte[] Bytes()
    {
        var body = Body();
        var head = new StringBuilder($"{Method} {Target()} HTTP/1.1\r\n");
        if (Headers.All(header => header.Name != "Host"))
        {
            head.Append("Host: platform\r\n");
        }

        foreach (var (name, value) in Headers)
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        }

        head.Append("Connection: close\r\n");
        if (body is not null)
        {
            if (Headers.All(header => header.Name != "Content-Type"))
            {
                head.Append("Content-Type: application/json\r\n");
            }

            head.Append(
                CultureInfo.InvariantCulture,
                $"{(Chunked ? "Transfer-Encoding: chunked" : $"Content-Length: {body.Length}")}\r\n"
            );
        }

        head.Append("\r\n");
        // Beyond ASCII as UTF-8, which no header or path may hold.
        return
        [
            .. Encoding.UTF8.GetBytes(head.ToString()),
            .. body is null ? []
            : Chunked ? InChunks(body)
            : body,
        ];
    }

    public override string ToString()
    {
        var body = Body();
        return $"""
            {Method} {Short(Target())}
              odd: {(Oddities.Count == 0 ? "nothing" : string.Join("; ", Oddities))}
              headers: {string.Join(
                ", ",
                Headers.Where(header => header.Name != "Authorization").Select(header => Short($"{header.Name}: {header.Value}"))
            )}
              body: {(body is null ? "none" : Short(Encoding.UTF8.GetString(body)))}
            """;
    }

    private static string Short(string text) =>
        text.Length <= 600 ? text : $"{text[..600]}… ({text.Length} characters)";

    private static byte[] InChunks(byte[] body) =>
        [
            .. body.Chunk(700)
                .SelectMany(chunk =>
                    Encoding
                        .ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{chunk.Length:x}\r\n"))
                        .Concat(chunk)
                        .Concat("\r\n"u8.ToArray())
                ),
            .. "0\r\n\r\n"u8,
        ];

    // Every value of the body, as what sets it; the body itself is the first.
    private IEnumerable<Action<JsonNode>> Places(JsonNode? node)
    {
        if (node is null)
        {
            yield break;
        }

        if (ReferenceEquals(node, Json))
        {
            yield return value => Json = value;
        }

        foreach (var (name, value) in node as JsonObject ?? [])
        {
            yield return other => node[name] = other;
            foreach (var below in Places(value))
            {
                yield return below;
            }
        }

        foreach (var (i, item) in (node as JsonArray ?? []).Index())
        {
            yield return other => node[i] = other;
            foreach (var below in Places(item))
            {
                yield return below;
            }
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.SelectMany(member => Objects(member.Value)).Prepend(members),
            JsonArray items => items.SelectMany(Objects),
            _ => [],
        };
}
