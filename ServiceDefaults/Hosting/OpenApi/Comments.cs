using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.OpenApi;

namespace IntegrationPlatform.Hosting.OpenApi;

/// <summary>
/// Carries the comments of records and their members over to the schemas, from the documentation files beside the
/// assemblies: the source generator that does so sees only types of the assembly that calls AddOpenApi.
/// </summary>
internal sealed partial class Comments
{
    private readonly ConcurrentDictionary<string, Type> _types = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> _files = new();

    /// <summary>Notes which type a schema describes.</summary>
    public void Note(string? schema, Type type)
    {
        if (schema is not null)
        {
            _types[schema] = Nullable.GetUnderlyingType(type) ?? type;
        }
    }

    /// <summary>Adds the comments to the document's schemas.</summary>
    public void AddTo(OpenApiDocument document)
    {
        foreach (var (id, schema) in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        {
            if (_types.TryGetValue(id, out var type))
            {
                Describe((OpenApiSchema)schema, type);
            }
        }
    }

    private void Describe(OpenApiSchema schema, Type type)
    {
        var comment = Of(type, $"T:{NameOf(type)}");
        schema.Description ??= Text(comment?.Element("summary"));
        foreach (var (name, member) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            var property = type.GetProperty(
                name,
                BindingFlags.IgnoreCase | BindingFlags.Public | BindingFlags.Instance
            );
            var parameter = comment
                ?.Elements("param")
                .FirstOrDefault(p => name.Equals((string?)p.Attribute("name"), StringComparison.OrdinalIgnoreCase));
            member.Description ??= Text(
                parameter
                    ?? (
                        property is null
                            ? null
                            : Of(property.DeclaringType!, $"P:{NameOf(property.DeclaringType!)}.{property.Name}")
                                ?.Element("summary")
                    )
            );
        }
    }

    private XElement? Of(Type type, string member) => _files.GetOrAdd(type.Assembly, Read).GetValueOrDefault(member);

    private static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    private static Dictionary<string, XElement> Read(Assembly assembly)
    {
        var file = Path.ChangeExtension(assembly.Location, ".xml");
        return File.Exists(file)
            ? XDocument
                .Load(file)
                .Descendants("member")
                .ToDictionary(m => (string)m.Attribute("name")!, StringComparer.Ordinal)
            : [];
    }

    private static string? Text(XElement? comment)
    {
        if (comment is null)
        {
            return null;
        }

        var words = comment
            .Nodes()
            .Select(node =>
                node is XElement e ? ((string?)e.Attribute("cref"))?.Split('.')[^1] ?? e.Value : node.ToString()
            );
        return Space().Replace(string.Concat(words), " ").Trim();
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Space();
}
