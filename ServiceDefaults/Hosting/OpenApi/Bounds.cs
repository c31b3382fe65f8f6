using System.Globalization;
using IntegrationPlatform.Hosting.Limits;
using Microsoft.OpenApi;

namespace IntegrationPlatform.Hosting.OpenApi;

/// <summary>
/// States the bounds that hold for every text, list and number of a document: those of its format, and otherwise what
/// fits into the largest body. A rule's own and narrower bound is in its refusal.
/// </summary>
internal sealed class Bounds(LimitSettings limits)
{
    private static readonly Dictionary<string, int> Longest = new(StringComparer.Ordinal)
    {
        ["uuid"] = 36,
        ["date"] = 10,
        ["time"] = 16,
        ["date-time"] = 35,
    };

    /// <summary>Adds them to a document.</summary>
    public void AddTo(OpenApiDocument document)
    {
        foreach (var schema in Schemas(document))
        {
            Bound(schema);
        }
    }

    private static IEnumerable<IOpenApiSchema?> Schemas(OpenApiDocument document)
    {
        var operations = document
            .Paths.Values.SelectMany(path => path.Operations?.Values ?? Enumerable.Empty<OpenApiOperation>())
            .ToList();
        var responses = operations
            .SelectMany(operation => operation.Responses?.Values ?? Enumerable.Empty<IOpenApiResponse>())
            .Concat(document.Components?.Responses?.Values ?? Enumerable.Empty<IOpenApiResponse>())
            .OfType<OpenApiResponse>()
            .ToList();
        return
        [
            .. document.Components?.Schemas?.Values ?? Enumerable.Empty<IOpenApiSchema>(),
            .. operations.SelectMany(o => o.Parameters ?? []).OfType<OpenApiParameter>().Select(p => p.Schema),
            .. operations
                .SelectMany(o => o.RequestBody?.Content?.Values ?? Enumerable.Empty<OpenApiMediaType>())
                .Select(m => m.Schema),
            .. responses
                .SelectMany(r => r.Content?.Values ?? Enumerable.Empty<OpenApiMediaType>())
                .Select(m => m.Schema),
            .. responses.SelectMany(r => r.Headers?.Values ?? Enumerable.Empty<IOpenApiHeader>()).Select(h => h.Schema),
        ];
    }

    private void Bound(IOpenApiSchema? schema)
    {
        if (schema is not OpenApiSchema stated)
        {
            return;
        }

        if (stated is { Enum.Count: > 0 })
        {
            // Where null is taken too, the member says so; the words are the same everywhere.
            stated.Enum = [.. stated.Enum.Where(word => word is not null && !word.IsJsonNullSentinel())];
            stated.Type ??= JsonSchemaType.String;
        }

        var type = stated.Type ?? default;
        if (type.HasFlag(JsonSchemaType.String) && stated.Enum is not { Count: > 0 })
        {
            stated.MaxLength ??= Longest.GetValueOrDefault(stated.Format ?? "", (int)limits.BodyBytes);
        }

        if (type.HasFlag(JsonSchemaType.Array))
        {
            stated.MaxItems ??= (int)limits.BodyBytes / 2; // Each takes a character and a comma.
            stated.Items ??= new OpenApiSchema();
        }

        if (type.HasFlag(JsonSchemaType.Integer))
        {
            var wide = stated.Format == "int64";
            stated.Minimum ??= (wide ? long.MinValue : int.MinValue).ToString(CultureInfo.InvariantCulture);
            stated.Maximum ??= (wide ? long.MaxValue : int.MaxValue).ToString(CultureInfo.InvariantCulture);
        }

        Bound(stated.Items);
        foreach (
            var part in (stated.Properties?.Values ?? Enumerable.Empty<IOpenApiSchema>())
                .Concat(stated.OneOf ?? [])
                .Concat(stated.AnyOf ?? [])
                .Concat(stated.AllOf ?? [])
        )
        {
            Bound(part);
        }
    }
}
