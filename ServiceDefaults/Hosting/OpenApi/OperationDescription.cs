using System.Reflection;
using System.Text.Json;
using IntegrationPlatform.Hosting.Conditions;
using IntegrationPlatform.Hosting.Paging;
using IntegrationPlatform.Hosting.Tokens;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.OpenApi;

namespace IntegrationPlatform.Hosting.OpenApi;

/// <summary>What the document says of one operation: its id, its scope, how it refuses, and its example.</summary>
internal static class OperationDescription
{
    // The handler of a slice with one act; a slice with several names its endpoints.
    private const string OnlyAct = "Handle";

    public static Task Complete(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellation
    )
    {
        var document = context.Document!;
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        var service = context.ApplicationServices.GetRequiredService<IHostEnvironment>().ApplicationName;
        operation.OperationId ??= IdOf(metadata);
        operation.Description ??= operation.Summary;
        operation.Tags = new HashSet<OpenApiTagReference> { new(service, document) };
        operation.Security =
        [
            new OpenApiSecurityRequirement
            {
                [new OpenApiSecuritySchemeReference(ServiceDescription.Scheme, document)] = Scopes(metadata),
            },
        ];
        operation.Responses ??= [];
        foreach (var refusal in Refusals.All)
        {
            operation.Responses[refusal.Status] = new OpenApiResponseReference(refusal.Name, document);
        }

        if (!HttpMethods.IsGet(context.Description.HttpMethod ?? ""))
        {
            (operation.Parameters ??= []).Add(
                new OpenApiParameterReference(ServiceDescription.IdempotencyKey, document)
            );
        }

        Condition(operation, metadata, document);
        DescribePath(operation, context.Description.RelativePath ?? "");
        context.ApplicationServices.GetRequiredService<Examples>().AddTo(operation);
        return Task.CompletedTask;
    }

    private static void Condition(OpenApiOperation operation, IList<object> metadata, OpenApiDocument document)
    {
        if (metadata.OfType<TakesTag>().Any())
        {
            (operation.Parameters ??= []).Add(new OpenApiParameterReference(ServiceDescription.IfMatch, document));
        }

        if (!metadata.OfType<HasTag>().Any() || operation.Responses!["200"] is not OpenApiResponse answer)
        {
            return;
        }

        (operation.Parameters ??= []).Add(new OpenApiParameterReference(ServiceDescription.IfNoneMatch, document));
        operation.Responses["304"] = new OpenApiResponse
        {
            Description = "Not changed: it has the ETag that was sent.",
        };
        answer.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
        answer.Headers["ETag"] = Header(
            "Changes with the answer; send it in If-None-Match, or in If-Match to change it."
        );
        if (metadata.OfType<Paged>().Any())
        {
            answer.Headers["Link"] = Header(
                "The address of the next page, rel=\"next\" (RFC 8288); not there on the last one."
            );
        }
    }

    private static OpenApiHeader Header(string description) =>
        new()
        {
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };

    // /residents/{id}/plans/{version}: the resident's id, the plan's version.
    private static void DescribePath(OpenApiOperation operation, string path)
    {
        var segments = path.Split('/').Select(segment => segment.Split(':')[0].TrimEnd('}')).ToArray();
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
        {
            var at = Array.IndexOf(segments, $"{{{parameter.Name}");
            if (at > 0 && parameter.In == ParameterLocation.Path)
            {
                var what = parameter.Name!.EndsWith("Id", StringComparison.Ordinal) ? "id" : parameter.Name;
                parameter.Description ??= $"The {One(segments[at - 1])}'s {what}.";
            }
        }
    }

    private static string One(string many) =>
        many.EndsWith("ies", StringComparison.Ordinal) ? $"{many[..^3]}y" : many.TrimEnd('s');

    private static string? IdOf(IList<object> metadata) =>
        metadata.OfType<MethodInfo>().FirstOrDefault() is { Name: OnlyAct, DeclaringType.Name: var slice }
            ? JsonNamingPolicy.CamelCase.ConvertName(slice)
            : null;

    private static List<string> Scopes(IList<object> metadata) =>
        [
            .. metadata
                .OfType<AuthorizationPolicy>()
                .SelectMany(policy => policy.Requirements)
                .OfType<ScopeRequirement>()
                .Select(requirement => requirement.Scope),
        ];
}
