using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationPlatform.Hosting.Problems;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.OpenApi;

namespace IntegrationPlatform.Hosting.OpenApi;

/// <summary>What the document says of the service as a whole: access, refusals, and every problem type (RFC 9457).</summary>
internal static class ServiceDescription
{
    /// <summary>The name of the security scheme.</summary>
    public const string Scheme = "maskinporten";

    /// <summary>The name of the header parameter of a request that may be repeated.</summary>
    public const string IdempotencyKey = "IdempotencyKey";

    /// <summary>The name of the header parameter of a change.</summary>
    public const string IfMatch = "IfMatch";

    /// <summary>The name of the header parameter of a read.</summary>
    public const string IfNoneMatch = "IfNoneMatch";

    /// <summary>The root member that lists the problem types.</summary>
    public const string ProblemTypes = "x-problem-types";

    private const string Problem = "Problem";

    public static Task Complete(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellation
    )
    {
        var service = context.ApplicationServices.GetRequiredService<IHostEnvironment>().ApplicationName;
        document.Info = new OpenApiInfo
        {
            Title = service,
            Version = "v1",
            Description =
                $"The {service} service of the integration platform. Every refusal is a problem detail (RFC 9457); "
                + "what its type means can be read at the type's address.",
            Contact = new OpenApiContact { Name = "IMDi", Url = new Uri("https://www.imdi.no/") },
        };
        document.Servers =
        [
            new OpenApiServer
            {
                Url = "/",
                Description = "The gateway of the environment (production or test) that this document was read from.",
                Extensions = new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal)
                {
                    ["x-internal"] = new JsonNodeExtension(JsonValue.Create(false)),
                },
            },
        ];
        document.Tags = new HashSet<OpenApiTag>
        {
            new() { Name = service, Description = $"What {service} does." },
        };
        document.AddComponent(Scheme, AccessToken());
        document.AddComponent(Problem, ProblemSchema());
        document.AddComponent(IdempotencyKey, RepeatableRequest());
        document.AddComponent(IfMatch, Tag("If-Match", "The ETag of what was read and is changed now."));
        document.AddComponent(IfNoneMatch, Tag("If-None-Match", "The ETag of the answer that is at hand."));
        foreach (var refusal in Refusals.All)
        {
            document.AddComponent(refusal.Name, refusal.Response(new OpenApiSchemaReference(Problem, document)));
        }

        document.Extensions ??= new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal);
        document.Extensions[ProblemTypes] = new JsonNodeExtension(
            JsonSerializer.SerializeToNode(ProblemCatalogue.Of(Assembly.Load(service)), JsonSerializerOptions.Web)!
        );
        return Task.CompletedTask;
    }

    private static OpenApiSecurityScheme AccessToken() =>
        new()
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description =
                "A Maskinporten access token that carries the operation's scope. It is got by the JWT bearer grant (RFC 7523), "
                + "for which OpenAPI has no flow, and validated by RFC8725: issuer, algorithms and lifetime are pinned.",
        };

    private static OpenApiParameter RepeatableRequest() =>
        new()
        {
            Name = "Idempotency-Key",
            In = ParameterLocation.Header,
            Description =
                "The same key with the same payload is answered with the first answer and done once. Visible ASCII without a comma.",
            Example = "7d1f3b52-arrival-17",
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                MinLength = 1,
                MaxLength = 255,
                Pattern = "^[!-+\\--~]+$",
            },
        };

    private static OpenApiParameter Tag(string name, string description) =>
        new()
        {
            Name = name,
            In = ParameterLocation.Header,
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 255 },
        };

    private static OpenApiSchema ProblemSchema() =>
        Object(
            "A refusal (RFC 9457).",
            ["type", "title", "status"],
            new()
            {
                ["type"] = Text(
                    "What kind of problem, as an address that says more; it never changes meaning.",
                    "uri-reference"
                ),
                ["title"] = Text("The same in words."),
                ["status"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Integer,
                    Format = "int32",
                    Minimum = "400",
                    Maximum = "599",
                    Description = "The answer's status code.",
                },
                ["detail"] = Text("What was wrong this time."),
                ["rule"] = Text("The number of the rule behind it."),
                ["traceId"] = Text("Finds the request in our logs."),
                ["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Description = "The members of the request that are not as they must be.",
                    Items = Object(
                        "A member that is not as it must be.",
                        ["pointer", "detail"],
                        new()
                        {
                            ["pointer"] = Text("JSON Pointer (RFC 6901) to the member of the request.", "json-pointer"),
                            ["detail"] = Text("What it must be."),
                            ["rule"] = Text("The number of the rule behind it."),
                        }
                    ),
                },
            }
        );

    private static OpenApiSchema Object(
        string description,
        HashSet<string> required,
        Dictionary<string, IOpenApiSchema> members
    ) =>
        new()
        {
            Type = JsonSchemaType.Object,
            Description = description,
            Required = required,
            Properties = members,
        };

    private static OpenApiSchema Text(string description, string? format = null) =>
        new()
        {
            Type = JsonSchemaType.String,
            Format = format,
            Description = description,
        };
}
