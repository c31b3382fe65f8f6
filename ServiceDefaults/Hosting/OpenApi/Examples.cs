using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Hosting;
using Microsoft.OpenApi;

namespace IntegrationPlatform.Hosting.OpenApi;

/// <summary>
/// The examples of a service's operations, from its resource <c>Examples.json</c>: by operation id the parameters, the
/// request, and the answer with its status. The service's tests play them as they stand.
/// </summary>
internal sealed class Examples(IHostEnvironment service)
{
    private const string Resource = "Examples.json";
    private readonly JsonObject _examples = Read(Assembly.Load(service.ApplicationName));

    /// <summary>Adds the operation's example, where there is one.</summary>
    public void AddTo(OpenApiOperation operation)
    {
        if (_examples[operation.OperationId ?? ""] is not JsonObject example)
        {
            return;
        }

        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            parameter.Example = example["parameters"]?[parameter.Name!]?.DeepClone();
        }

        foreach (var media in Media(operation.RequestBody?.Content))
        {
            media.Example = example["request"]?.DeepClone();
        }

        var status = example["status"]?.ToString() ?? "";
        foreach (var media in Media(operation.Responses?.GetValueOrDefault(status)?.Content))
        {
            media.Example = example["answer"]?.DeepClone();
        }
    }

    private static IEnumerable<OpenApiMediaType> Media(IDictionary<string, OpenApiMediaType>? content) =>
        content?.Values ?? [];

    private static JsonObject Read(Assembly assembly)
    {
        using var resource = assembly.GetManifestResourceStream(Resource);
        return resource is null ? [] : JsonNode.Parse(resource)!.AsObject();
    }
}
