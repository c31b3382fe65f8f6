using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace IntegrationPlatform.Tests.Support.Contract;

/// <summary>
/// Plays the examples of a service's API document against the service: each request as it stands, and the answer must
/// be the documented one. Only ids that the service makes differ: the book learns which id stands for which as it goes,
/// and puts it into later paths and bodies. <c>UPDATE_SNAPSHOTS=1</c> writes the answers into <c>Examples.json</c>.
/// </summary>
public sealed class ExampleBook
{
    private const int Shown = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly string _file;
    private readonly JsonObject _examples;
    private readonly Dictionary<string, (string Method, string Path, JsonArray Parameters)> _operations;
    private readonly Dictionary<string, string> _actual = new(StringComparer.Ordinal);
    private readonly HashSet<string> _played = new(StringComparer.Ordinal);

    private ExampleBook(string file, JsonObject document)
    {
        _file = file;
        _examples = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        _operations = document["paths"]!
            .AsObject()
            .SelectMany(path =>
                path.Value!.AsObject()
                    .Select(operation =>
                        (
                            Id: (string)operation.Value!["operationId"]!,
                            Operation: (
                                operation.Key,
                                path.Key,
                                operation.Value["parameters"]?.AsArray() ?? new JsonArray()
                            )
                        )
                    )
            )
            .ToDictionary(o => o.Id, o => o.Operation, StringComparer.Ordinal);
    }

    /// <summary>Operations of the document that no example was played of.</summary>
    public IEnumerable<string> NotPlayed =>
        _operations.Keys.Except(_played, StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>Opens a service's book.</summary>
    /// <param name="folder">The service's folder below <c>services</c>.</param>
    /// <param name="client">A client of the service.</param>
    public static async Task<ExampleBook> Open(string folder, HttpClient client) =>
        new(
            Path.Combine(Checkout.Root, "services", folder, "Service/Examples.json"),
            JsonNode.Parse(await client.GetStringAsync(new Uri("/openapi.json", UriKind.Relative)))!.AsObject()
        );

    /// <summary>An example's id stands for another one.</summary>
    public void Means(string example, string actual) => _actual[example] = actual;

    /// <summary>Plays an operation's example; waits while what it builds on is still on its way between services.</summary>
    /// <param name="operation">The operation's id.</param>
    /// <param name="client">Who calls.</param>
    /// <param name="varies">Members whose values differ from run to run, such as times of the real clock.</param>
    public async Task Play(string operation, HttpClient client, params string[] varies)
    {
        var example =
            _examples[operation]?.AsObject()
            ?? throw new ArgumentException($"No example of {operation}.", nameof(operation));
        var clock = Stopwatch.StartNew();
        while (true)
        {
            var (status, answer) = await Send(operation, example, client);
            if (example["excerpt"] is not null)
            {
                Shorten(answer);
            }

            if (Checkout.Updates && status < 300)
            {
                Record(operation, example, status, answer, varies);
            }

            var expected = example["answer"];
            Learn(expected, answer);
            var seen = Seen(answer, expected, varies);
            if (status == (int?)example["status"] && JsonNode.DeepEquals(seen, expected))
            {
                _played.Add(operation);
                return;
            }

            var mayStillCome = _operations[operation].Method == "get" || status is 404 or 409;
            if (!mayStillCome || clock.Elapsed > Patience)
            {
                Assert.Equal(Text(example["status"], expected), Text(status, seen));
            }

            await Task.Delay(Between);
        }
    }

    // An answer with long lists is shown by their first members.
    private static void Shorten(JsonNode? answer)
    {
        if (answer is JsonArray { Count: > Shown } items)
        {
            items.RemoveRange(Shown, items.Count - Shown);
        }

        foreach (var part in Parts(answer))
        {
            Shorten(part);
        }
    }

    private static string Text(JsonNode? status, JsonNode? answer) => $"{status} {answer?.ToJsonString(Readable)}";

    private async Task<(int Status, JsonNode? Answer)> Send(string operation, JsonObject example, HttpClient client)
    {
        var (method, path, _) = _operations[operation];
        Know(example["parameters"]);
        using var request = new HttpRequestMessage(
            new HttpMethod(method.ToUpperInvariant()),
            new Uri(Actual(path + Query(operation, example), example["parameters"]), UriKind.Relative)
        );
        if (example["request"] is { } body)
        {
            Know(body);
            request.Content = new StringContent(Actual(body.ToJsonString(Readable)), Encoding.UTF8, "application/json");
        }

        foreach (var (name, value) in example["headers"]?.AsObject() ?? [])
        {
            request.Headers.TryAddWithoutValidation(name, (string?)value);
        }

        using var answer = await client.SendAsync(request);
        Assert.NotEqual(HttpStatusCode.Unauthorized, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    // An id that is sent and that no answer gave stands for itself.
    private void Know(JsonNode? sent)
    {
        if (sent is JsonValue value && IsId(value, out var id))
        {
            _actual.TryAdd(id, id);
        }

        foreach (var part in Parts(sent))
        {
            Know(part);
        }
    }

    private static IEnumerable<JsonNode?> Parts(JsonNode? node) =>
        (node as JsonObject)?.Select(m => m.Value) ?? (node as JsonArray)?.AsEnumerable() ?? [];

    private string Query(string operation, JsonObject example)
    {
        var given = _operations[operation]
            .Parameters.Where(p => (string?)p!["in"] == "query")
            .Select(p => (string)p!["name"]!)
            .Where(name => example["parameters"]?[name] is not null)
            .Select(name => $"{name}={Uri.EscapeDataString(example["parameters"]![name]!.ToString())}")
            .ToList();
        return given.Count == 0 ? "" : $"?{string.Join('&', given)}";
    }

    private string Actual(string path, JsonNode? parameters)
    {
        foreach (var (name, value) in parameters?.AsObject() ?? [])
        {
            path = path.Replace($"{{{name}}}", value!.ToString(), StringComparison.Ordinal);
        }

        return Actual(path);
    }

    private string Actual(string text) =>
        _actual.Aggregate(text, (t, id) => t.Replace(id.Key, id.Value, StringComparison.Ordinal));

    // The answer in the example's ids, and with the example's values where they vary.
    private JsonNode? Seen(JsonNode? answer, JsonNode? expected, string[] varies)
    {
        if (answer is null)
        {
            return null;
        }

        var text = _actual.Aggregate(
            answer.ToJsonString(Readable),
            (t, id) => t.Replace(id.Value, id.Key, StringComparison.Ordinal)
        );
        var seen = JsonNode.Parse(text)!;
        Level(seen, expected, varies);
        return seen;
    }

    private static void Level(JsonNode? seen, JsonNode? expected, string[] varies)
    {
        if (seen is JsonObject members && expected is JsonObject others)
        {
            foreach (var name in members.Select(m => m.Key).ToList())
            {
                if (varies.Contains(name, StringComparer.Ordinal) && SameKind(members[name], others[name]))
                {
                    members[name] = others[name]?.DeepClone();
                }
                else
                {
                    Level(members[name], others[name], varies);
                }
            }
        }
        else if (seen is JsonArray items && expected is JsonArray theirs)
        {
            foreach (var (item, theirItem) in items.Zip(theirs))
            {
                Level(item, theirItem, varies);
            }
        }
    }

    private static bool SameKind(JsonNode? a, JsonNode? b) => a?.GetValueKind() == b?.GetValueKind();

    private void Learn(JsonNode? expected, JsonNode? answer)
    {
        switch (expected, answer)
        {
            case (JsonObject members, JsonObject others):
                foreach (var (name, member) in members)
                {
                    Learn(member, others[name]);
                }

                break;
            case (JsonArray items, JsonArray others):
                foreach (var (item, other) in items.Zip(others))
                {
                    Learn(item, other);
                }

                break;
            case (JsonValue value, JsonValue other)
                when IsId(value, out var example) && IsId(other, out var actual) && !_actual.ContainsValue(actual):
                _actual.TryAdd(example, actual);
                break;
        }
    }

    private static bool IsId(JsonValue value, out string id)
    {
        id = value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : "";
        return Guid.TryParseExact(id, "D", out _);
    }

    private void Record(string operation, JsonObject example, int status, JsonNode? answer, string[] varies)
    {
        example["status"] = status;
        if (answer is null)
        {
            example.Remove("answer");
            Save();
            return;
        }

        if (example["answer"] is null || !JsonNode.DeepEquals(Shape(example["answer"]), Shape(answer)))
        {
            Invent(operation, answer);
        }

        Learn(example["answer"], answer);
        example["answer"] = Seen(answer, example["answer"], varies);
        Save();
    }

    private void Save() => File.WriteAllText(_file, _examples.ToJsonString(Readable) + "\n");

    // New ids get a name that is the same in every run: version 7, and a number of its own.
    private void Invent(string operation, JsonNode? answer)
    {
        if (answer is JsonValue value && IsId(value, out var id) && !_actual.ContainsValue(id))
        {
            var seed = System.Security.Cryptography.SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    $"{Path.GetDirectoryName(_file)![Checkout.Root.Length..]} {operation} {_actual.Count}"
                )
            );
            var hex = Convert.ToHexStringLower(seed);
            _actual[$"01991f3a-{hex[..4]}-7{hex[4..7]}-8{hex[7..10]}-{hex[10..22]}"] = id;
        }

        foreach (var part in Parts(answer))
        {
            Invent(operation, part);
        }
    }

    private static JsonNode? Shape(JsonNode? node) =>
        node switch
        {
            JsonObject members => new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, Shape(m.Value)))),
            JsonArray items => new JsonArray([.. items.Select(Shape)]),
            null => null,
            _ => JsonValue.Create((int)node.GetValueKind()),
        };
}
