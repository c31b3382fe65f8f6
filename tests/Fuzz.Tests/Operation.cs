using System.Text.Json.Nodes;

namespace IntegrationPlatform.Fuzz.Tests;

/// <summary>An operation as the platform's API document describes it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Method">The method, in capitals.</param>
/// <param name="Path">The path, with its parameters in braces.</param>
/// <param name="Scope">The scope it needs, without the platform's prefix.</param>
/// <param name="Parameters">Parameters of the path, the query and the header, with an example where there is one.</param>
/// <param name="Body">An example of its body; null when it takes none.</param>
internal sealed record Operation(
    string Id,
    string Method,
    string Path,
    string Scope,
    IReadOnlyList<Parameter> Parameters,
    JsonNode? Body
)
{
    /// <summary>The service it belongs to.</summary>
    public string Service => Path.Split('/')[1];

    /// <summary>True when it changes nothing.</summary>
    public bool Reads => Method == "GET";

    /// <summary>All operations of a document.</summary>
    public static IReadOnlyList<Operation> In(JsonObject document) =>
        [
            .. document["paths"]!
                .AsObject()
                .SelectMany(path =>
                    path.Value!.AsObject().Select(method => Read(document, path.Key, method.Key, method.Value!))
                ),
        ];

    private static Operation Read(JsonObject document, string path, string method, JsonNode operation) =>
        new(
            (string)operation["operationId"]!,
            method.ToUpperInvariant(),
            path,
            ((string)operation["security"]![0]!["maskinporten"]![0]!)[TestTokens.ScopePrefix.Length..],
            [.. (operation["parameters"]?.AsArray() ?? []).Select(parameter => Resolve(document, parameter!))],
            operation["requestBody"]?["content"]?["application/json"]?["example"]
        );

    private static Parameter Resolve(JsonObject document, JsonNode parameter)
    {
        var stated = (string?)parameter["$ref"] is { } reference
            ? document["components"]!["parameters"]![reference.Split('/')[^1]]!
            : parameter;
        return new Parameter((string)stated["name"]!, (string)stated["in"]!, stated["example"]?.ToString());
    }
}

/// <summary>A parameter of an operation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="In">Where it stands: <c>path</c>, <c>query</c> or <c>header</c>.</param>
/// <param name="Example">The document's example.</param>
internal sealed record Parameter(string Name, string In, string? Example);
