using System.Text.Json.Nodes;
using IntegrationPlatform.Tests.Support.Contract;

namespace IntegrationPlatform.Client.Tests;

/// <summary>What the API documents say, in the words of the client.</summary>
internal static class Documented
{
    /// <summary>The services.</summary>
    public static readonly string[] Services = ["mapping", "guidance", "programme", "grants", "settlement"];

    // A name that the base class library has already.
    private static readonly Dictionary<string, string> Renamed = new(StringComparer.Ordinal)
    {
        ["DayOfWeek"] = "Weekday",
    };

    /// <summary>A service's document.</summary>
    public static JsonObject Of(string service) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Checkout.Root, $"docs/api/{service}.json")))!.AsObject();

    /// <summary>The operations of a document with their methods.</summary>
    public static IEnumerable<(string Method, JsonNode Operation)> Operations(JsonObject document) =>
        document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(o => (o.Key, o.Value!)));

    /// <summary>All schemas of all services by the client's names; what several share is there once.</summary>
    public static IReadOnlyDictionary<string, JsonNode> Schemas { get; } =
        Services
            .SelectMany(service => Of(service)["components"]!["schemas"]!.AsObject())
            .DistinctBy(schema => schema.Key, StringComparer.Ordinal)
            .ToDictionary(schema => Name(schema.Key), schema => schema.Value!, StringComparer.Ordinal);

    /// <summary>The client's name of a schema.</summary>
    public static string Name(string schema) => Renamed.GetValueOrDefault(schema, schema);

    /// <summary>The parameters of an operation, with those that are stated once for the document.</summary>
    public static IEnumerable<JsonNode> Parameters(JsonObject document, JsonNode operation) =>
        (operation["parameters"]?.AsArray() ?? []).Select(parameter =>
            (string?)parameter!["$ref"] is { } reference
                ? document["components"]!["parameters"]![reference.Split('/')[^1]]!
                : parameter
        );

    /// <summary>The C# type of a schema, as <c>IReadOnlyList&lt;Guid&gt;</c> or <c>int?</c>.</summary>
    public static string TypeOf(JsonNode schema) => Bare(schema) + (IsNullable(schema) ? "?" : "");

    /// <summary>True when null is one of its values.</summary>
    public static bool IsNullable(JsonNode schema) =>
        schema["type"] is JsonArray types && types.Any(type => (string?)type == "null")
        || (schema["oneOf"]?.AsArray() ?? []).Any(one => (string?)one!["type"] == "null");

    /// <summary>The C# type without whether it may be null.</summary>
    public static string Bare(JsonNode schema)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            return Name(reference.Split('/')[^1]);
        }

        if (schema["oneOf"] is JsonArray choices)
        {
            return Bare(choices.Single(one => (string?)one!["type"] != "null")!);
        }

        var types = schema["type"] is JsonArray several ? several.Select(t => (string?)t) : [(string?)schema["type"]];
        return (types.SingleOrDefault(type => type != "null"), (string?)schema["format"]) switch
        {
            ("array", _) when (string?)schema["items"]!["$ref"] is null && schema["items"]!["properties"] is not null =>
                "IReadOnlyList<ProblemError>",
            ("array", _) => $"IReadOnlyList<{TypeOf(schema["items"]!)}>",
            ("integer", "int64") => "long",
            ("integer", _) => "int",
            ("number", _) => "decimal",
            ("boolean", _) => "bool",
            ("string", "uuid") => "Guid",
            ("string", "date") => "DateOnly",
            ("string", "time") => "TimeOnly",
            ("string", "date-time") => "DateTimeOffset",
            ("string", _) => "string",
            _ => "JsonElement",
        };
    }
}
