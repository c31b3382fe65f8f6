using IntegrationPlatform.Hosting.Tokens;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace IntegrationPlatform.Hosting.OpenApi;

/// <summary>A service's OpenAPI 3.1 document: its endpoints with the scope each needs and the problems it may answer.</summary>
internal static class OpenApiExtensions
{
    private const string Scheme = "maskinporten";
    private const string Problem = "Problem";

    public static IServiceCollection AddApiDocument(this IServiceCollection services) =>
        services.AddOpenApi(options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddDocumentTransformer(Describe);
            options.AddOperationTransformer(Complete);
        });

    public static void MapApiDocument(this WebApplication app) => app.MapOpenApi("/openapi.json").AllowAnonymous();

    private static Task Describe(
        OpenApiDocument document,
        OpenApiDocumentTransformerContext context,
        CancellationToken cancellation
    )
    {
        var service = context.ApplicationServices.GetRequiredService<Microsoft.Extensions.Hosting.IHostEnvironment>();
        document.Info = new OpenApiInfo { Title = service.ApplicationName, Version = "v1" };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.AddComponent(
            Scheme,
            new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                BearerFormat = "JWT",
                Description = "A Maskinporten access token with the operation's scope.",
            }
        );
        document.AddComponent(Problem, ProblemSchema());
        return Task.CompletedTask;
    }

    private static Task Complete(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellation
    )
    {
        var scopes = context
            .Description.ActionDescriptor.EndpointMetadata.OfType<AuthorizationPolicy>()
            .SelectMany(policy => policy.Requirements)
            .OfType<ScopeRequirement>()
            .Select(requirement => requirement.Scope)
            .ToList();
        operation.Security =
        [
            new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Scheme, context.Document)] = scopes },
        ];
        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "The request is refused, or failed: a problem detail (RFC 9457) says why.",
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(Problem, context.Document) },
            },
        };
        if (HttpMethods.IsPost(context.Description.HttpMethod ?? ""))
        {
            (operation.Parameters ??= []).Add(IdempotencyKey());
        }

        return Task.CompletedTask;
    }

    private static OpenApiParameter IdempotencyKey() =>
        new()
        {
            Name = "Idempotency-Key",
            In = ParameterLocation.Header,
            Description = "The same key with the same payload is answered with the first answer and done once.",
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                MinLength = 1,
                MaxLength = 255,
            },
        };

    private static OpenApiSchema ProblemSchema() =>
        Object(
            new()
            {
                ["type"] = Text("What kind of problem; it never changes meaning."),
                ["title"] = Text("The same in words."),
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
                ["detail"] = Text("What was wrong this time."),
                ["rule"] = Text("The number of the rule behind it."),
                ["traceId"] = Text("Finds the request in our logs."),
                ["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Array,
                    Items = Object(
                        new()
                        {
                            ["pointer"] = Text("JSON Pointer (RFC 6901) to the member of the request."),
                            ["detail"] = Text("What it must be."),
                            ["rule"] = Text("The number of the rule behind it."),
                        }
                    ),
                },
            }
        );

    private static OpenApiSchema Object(Dictionary<string, IOpenApiSchema> members) =>
        new() { Type = JsonSchemaType.Object, Properties = members };

    private static OpenApiSchema Text(string description) =>
        new() { Type = JsonSchemaType.String, Description = description };
}
