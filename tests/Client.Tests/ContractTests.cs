using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace IntegrationPlatform.Client.Tests;

/// <summary>The client has what the API documents have: no operation, parameter, schema or member less, and none more.</summary>
public sealed class ContractTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    // The client's own types, which no document speaks of.
    private static readonly HashSet<string> Own =
    [
        "PlatformClient",
        "PartnerSettings",
        "ProblemException",
        "ProblemError",
        "Page`1",
        "Versioned`1",
        "MappingClient",
        "GuidanceClient",
        "ProgrammeClient",
        "GrantsClient",
        "SettlementClient",
    ];

    public static TheoryData<string> Services => [.. Documented.Services];

    public static TheoryData<string> Schemas => [.. Documented.Schemas.Keys];

    [Theory]
    [MemberData(nameof(Services))]
    public void Every_operation_is_a_method_and_every_method_an_operation(string service)
    {
        var document = Documented.Of(service);
        var client = Found($"{Title(service)}Client");

        var methods = client
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Select(Signature);

        var operations = Documented.Operations(document).Select(o => Signature(document, o.Method, o.Operation));
        Assert.Equal(operations.Order(StringComparer.Ordinal), methods.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Schemas))]
    public void Every_schema_is_a_type_with_its_members(string name)
    {
        var schema = Documented.Schemas[name];
        var type = Found(name);

        var written = type.IsEnum
            ? type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(field => field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()!.Name)
            : type.GetProperties()
                .Select(member =>
                    $"{JsonNamingPolicy.CamelCase.ConvertName(member.Name)}: {Written.TypeOf(Nullability.Create(member))}"
                );

        var documented = schema["enum"] is JsonArray values
            ? values.Select(value => (string)value!)
            : schema["properties"]!.AsObject().Select(member => $"{member.Key}: {MemberType(schema, member.Key)}");
        Assert.Equal(documented.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_type_is_a_schema()
    {
        var types = typeof(PlatformClient).Assembly.GetExportedTypes().Select(type => type.Name);

        Assert.Empty(types.Except(Documented.Schemas.Keys, StringComparer.Ordinal).Except(Own, StringComparer.Ordinal));
    }

    private static Type Found(string name) =>
        typeof(PlatformClient).Assembly.GetType($"IntegrationPlatform.Client.{name}")
        ?? throw new InvalidOperationException($"The client has no {name}.");

    // What may be left out is null then, unless it says what it is then.
    private static string MemberType(JsonNode schema, string member)
    {
        var stated = schema["properties"]![member]!;
        var required = (schema["required"]?.AsArray() ?? []).Any(name => (string?)name == member);
        var mayBeNull = Documented.IsNullable(stated) || (!required && stated["default"] is null);
        return Documented.Bare(stated) + (mayBeNull ? "?" : "");
    }

    private static string Signature(MethodInfo method)
    {
        var parameters = method
            .GetParameters()
            .Where(parameter => parameter.ParameterType != typeof(CancellationToken))
            .Select(parameter => $"{parameter.Name}: {Written.TypeOf(Nullability.Create(parameter))}");
        var answer = Written.TypeOf(Nullability.Create(method.ReturnParameter));
        return $"{method.Name}({string.Join(", ", parameters.Order(StringComparer.Ordinal))}) {answer}";
    }

    private static string Signature(JsonObject document, string method, JsonNode operation)
    {
        var parameters = new List<string>();
        foreach (var parameter in Documented.Parameters(document, operation))
        {
            var name = (string)parameter["name"]!;
            parameters.AddRange(
                ((string)parameter["in"]!, name) switch
                {
                    ("header", "Idempotency-Key") => ["idempotencyKey: string?"],
                    ("header", "If-Match") => ["ifMatch: string?"],
                    ("header", "If-None-Match") => [], // The client keeps no answers.
                    _ =>
                    [
                        $"{name}: {Documented.Bare(parameter["schema"]!)}{((bool?)parameter["required"] == true ? "" : "?")}",
                    ],
                }
            );
        }

        if (operation["requestBody"]?["content"]?["application/json"]?["schema"] is { } body)
        {
            parameters.Add($"request: {Documented.Bare(body)}");
        }

        var id = (string)operation["operationId"]!;
        return $"{Title(id)}Async({string.Join(", ", parameters.Order(StringComparer.Ordinal))}) {Answer(operation)}";
    }

    private static string Answer(JsonNode operation)
    {
        var response = operation["responses"]!.AsObject().First(r => r.Key.StartsWith('2')).Value!;
        if (response["content"]?["application/json"]?["schema"] is not { } schema)
        {
            return "Task";
        }

        var headers = response["headers"]?.AsObject() ?? [];
        var answer = Documented.TypeOf(schema);
        return headers.ContainsKey("Link")
                ? $"Task<{answer.Replace("IReadOnlyList", "Page", StringComparison.Ordinal)}>"
            : headers.ContainsKey("ETag") ? $"Task<Versioned<{answer}>>"
            : $"Task<{answer}>";
    }

    private static string Title(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
