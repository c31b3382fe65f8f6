using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using MassTransit;
using MassTransit.Serialization;

namespace IntegrationPlatform.Contracts.Tests;

/// <summary>A public record of a Contracts assembly, as the wire sees it.</summary>
public sealed record Contract(Type Message)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>All of them, in all Contracts assemblies beside this one.</summary>
    public static IReadOnlyList<Contract> All { get; } =
    [
        .. Directory
            .EnumerateFiles(AppContext.BaseDirectory, "*.Contracts.dll")
            .Order(StringComparer.Ordinal)
            .Select(Assembly.LoadFrom)
            .SelectMany(a => a.GetExportedTypes())
            .Where(IsRecord)
            .Select(t => new Contract(t)),
    ];

    /// <summary>The file that holds the snapshot, below the folder of snapshots.</summary>
    public string File => $"{Message.Assembly.GetName().Name!.Split('.')[0]}/{Message.Name}.txt";

    /// <summary>Name, URN, members with their types, and the JSON of a sample with every member filled.</summary>
    public string Snapshot()
    {
        var lines = new List<string>
        {
            $"name: {Message.FullName}",
            $"urn: {MessageUrn.ForTypeString(Message)}",
            "members:",
        };
        lines.AddRange(Members.Select(m => $"  {m.Name}: {Describe(m)}"));
        lines.Add("json:");
        lines.Add(Json());
        return string.Join('\n', lines) + "\n";
    }

    /// <summary>
    /// True for a section of a transfer and for what it is made of: it travels only sealed, as one text of a message.
    /// </summary>
    public bool TravelsSealed =>
        Message.Name.EndsWith("Section", StringComparison.Ordinal) || All.Any(c => c.Holds(Message) && c.TravelsSealed);

    /// <summary>True when a member is of the type, or a list of it.</summary>
    public bool Holds(Type type) =>
        Members.Any(m => m.PropertyType == type || m.PropertyType.GetGenericArguments().Contains(type));

    /// <summary>The message's members.</summary>
    public IEnumerable<PropertyInfo> Members => Message.GetProperties(BindingFlags.Public | BindingFlags.Instance);

    /// <inheritdoc />
    public override string ToString() => Message.Name;

    private string Json()
    {
        var sample = JsonSerializer.Serialize(Sample.Of(Message), Message, SystemTextJsonMessageSerializer.Options);
        return JsonNode.Parse(sample)!.ToJsonString(Readable);
    }

    private static string Describe(PropertyInfo member)
    {
        var type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
        var optional =
            new NullabilityInfoContext().Create(member).ReadState == NullabilityState.Nullable ? ", optional" : "";
        var values = type.IsEnum
            ? " of " + string.Join(" | ", Enum.GetNames(type).Select(n => $"{n}={(int)Enum.Parse(type, n)}"))
            : "";
        var elements = string.Join(", ", type.GetGenericArguments().Select(a => a.Name));
        var list = elements.Length == 0 ? "" : $" of {elements}";
        return $"{type.Name.Split('`')[0]}{list}{values}{optional}";
    }

    // The compiler gives every record, and only a record, a method of this name.
    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;
}
