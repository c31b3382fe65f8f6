using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationPlatform.Tests.Support.Contract;

namespace IntegrationPlatform.Gateway.Tests.Documents;

/// <summary>
/// The pages of docs/api: every operation as a call of curl, made from the examples in the API documents, which the
/// services' own tests play. So the pages say what the services do, or these tests fail.
/// </summary>
public sealed class CurlPagesTests
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Theory]
    [InlineData("mapping")]
    [InlineData("guidance")]
    [InlineData("programme")]
    [InlineData("grants")]
    [InlineData("settlement")]
    public void A_service_s_page_shows_every_operation(string service)
    {
        var document = JsonNode.Parse(File.ReadAllText(Path.Combine(Checkout.Root, $"docs/api/{service}.json")))!;
        var page = new StringBuilder(
            $"""
            # {(string)document["info"]!["title"]!} in curl

            Made from [{service}.json]({service}.json); [README.md](README.md) says what `$door` and `$token` are.

            """
        );
        foreach (var (path, methods) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in methods!.AsObject())
            {
                Write(page, method.ToUpperInvariant(), path, operation!);
            }
        }

        DocumentSnapshot.Holds($"docs/api/{service}.md", page.ToString());
    }

    private static void Write(StringBuilder page, string method, string path, JsonNode operation)
    {
        var scope = string.Join(", ", operation["security"]![0]!["maskinporten"]!.AsArray().Select(s => $"`{s}`"));
        page.Append(
            CultureInfo.InvariantCulture,
            $"""

            ## {(string)operation["operationId"]!}
            {(string)operation["summary"]!}. `{method} {path}`, scope {scope}.

            ```sh
            curl -sS{(method == "GET" ? "" : $" -X {method}")} "$door{Address(
                path,
                operation
            )}" -H "Authorization: Bearer $token"{Body(method, operation)}
            ```

            """
        );
        var (status, answer) = Answer(operation);
        page.Append(
            answer is null
                ? $"\nAnswered with {status}.\n"
                : $"\nAnswered with {status}:\n\n```json\n{answer.ToJsonString(Readable)}\n```\n"
        );
    }

    private static string Address(string path, JsonNode operation)
    {
        var query = new List<string>();
        foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
        {
            if (parameter!["example"] is not { } example)
            {
                continue;
            }

            var name = (string)parameter["name"]!;
            var value = Uri.EscapeDataString(example.ToString());
            if ((string?)parameter["in"] == "query")
            {
                query.Add($"{name}={value}");
            }

            path = path.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return query.Count == 0 ? path : $"{path}?{string.Join('&', query)}";
    }

    private static string Body(string method, JsonNode operation)
    {
        var body = operation["requestBody"]?["content"]?["application/json"]?["example"];
        var key = method == "POST" ? " \\\n  -H \"Idempotency-Key: $(uuidgen)\"" : "";
        var headers = string.Concat(
            (operation["parameters"]?.AsArray() ?? [])
                .Where(p => (string?)p!["in"] == "header" && p["example"] is not null)
                .Select(p => $" \\\n  -H '{p!["name"]}: {p["example"]}'")
        );
        return body is null
            ? key + headers
            : $"{key}{headers} \\\n  -H 'Content-Type: application/json' -d '{Quoted(body.ToJsonString(Readable))}'";
    }

    private static string Quoted(string text) => text.Replace("'", "'\\''", StringComparison.Ordinal);

    private static (string Status, JsonNode? Answer) Answer(JsonNode operation)
    {
        var (status, response) = operation["responses"]!.AsObject().First(r => r.Key.StartsWith('2'));
        return (status, response!["content"]?["application/json"]?["example"]);
    }
}
