using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationPlatform.Hosting.Problems;

namespace IntegrationPlatform.Gateway.Documents;

/// <summary>
/// The OpenAPI document of the whole platform: the services' documents laid together. A schema or problem type that
/// several services state is the same in all of them (the documents' tests hold that), so the first one stands.
/// </summary>
internal static class PlatformDocument
{
    /// <summary>The root member that lists the problem types (RFC 9457).</summary>
    public const string ProblemTypes = "x-problem-types";

    /// <summary>The root member that lists services whose part is missing.</summary>
    public const string Missing = "x-missing-services";

    /// <summary>Lays the documents together.</summary>
    /// <param name="documents">Each service's document, at least one.</param>
    /// <param name="missing">Services that have none to give now.</param>
    public static JsonObject Of(IReadOnlyCollection<JsonObject> documents, IReadOnlyCollection<string> missing)
    {
        var first = documents.First();
        var merged = new JsonObject
        {
            ["openapi"] = first["openapi"]!.DeepClone(),
            ["info"] = new JsonObject
            {
                ["title"] = "Integration platform",
                ["description"] = Description(missing),
                ["contact"] = first["info"]!["contact"]?.DeepClone(),
                ["version"] = "v1",
            },
            ["servers"] = first["servers"]!.DeepClone(),
            ["paths"] = Union(documents.Select(document => document["paths"])),
            ["components"] = Components(documents),
            ["tags"] = new JsonArray([.. documents.SelectMany(Tags).Select(tag => tag?.DeepClone())]),
            [ProblemTypes] = new JsonArray([.. Problems(documents)]),
        };
        if (missing.Count > 0)
        {
            merged[Missing] = new JsonArray([.. missing.Select(service => (JsonNode?)service)]);
        }

        return merged;
    }

    private static string Description(IReadOnlyCollection<string> missing) =>
        "Every operation of the platform's services, called through this gateway with a Maskinporten access token. "
        + "Every refusal is a problem detail (RFC 9457); what its type means can be read at the type's address."
        + (
            missing.Count == 0
                ? ""
                : $" **Not complete: {string.Join(", ", missing)} cannot be reached at the moment, and "
                    + "no earlier copy of the description is at hand.**"
        );

    private static JsonObject Components(IReadOnlyCollection<JsonObject> documents)
    {
        var kinds = documents
            .SelectMany(document => document["components"]?.AsObject().Select(kind => kind.Key) ?? [])
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        return new JsonObject(
            kinds.Select(kind =>
                KeyValuePair.Create(kind, (JsonNode?)Union(documents.Select(document => document["components"]?[kind])))
            )
        );
    }

    private static JsonArray Tags(JsonObject document) => document["tags"]?.AsArray() ?? [];

    private static IEnumerable<JsonNode?> Problems(IReadOnlyCollection<JsonObject> documents) =>
        documents
            .SelectMany(document => document[ProblemTypes]?.AsArray() ?? [])
            .Concat(Own())
            .DistinctBy(type => (string?)type!["slug"], StringComparer.Ordinal)
            .OrderBy(type => (string?)type!["slug"], StringComparer.Ordinal)
            .Select(type => type!.DeepClone());

    private static JsonArray Own() =>
        JsonSerializer
            .SerializeToNode(ProblemCatalogue.Of(Assembly.GetExecutingAssembly()), JsonSerializerOptions.Web)!
            .AsArray();

    private static JsonObject Union(IEnumerable<JsonNode?> parts) =>
        new(
            parts
                .SelectMany(part => part?.AsObject() ?? [])
                .DistinctBy(member => member.Key, StringComparer.Ordinal)
                .OrderBy(member => member.Key, StringComparer.Ordinal)
                .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone()))
        );
}
