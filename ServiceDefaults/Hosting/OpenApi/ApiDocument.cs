using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace IntegrationPlatform.Hosting.OpenApi;

/// <summary>A service's OpenAPI 3.1 document, made from its endpoints, its comments and its examples.</summary>
internal static class ApiDocument
{
    public static IServiceCollection AddApiDocument(this IServiceCollection services)
    {
        services.AddSingleton<Examples>();
        services.AddSingleton<Bounds>();
        return services.AddOpenApi(options =>
        {
            var comments = new Comments();
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.CreateSchemaReferenceId = json =>
            {
                var id = OpenApiOptions.CreateDefaultSchemaReferenceId(json);
                comments.Note(id, json.Type);
                return id;
            };
            options.AddOperationTransformer(OperationDescription.Complete);
            options.AddDocumentTransformer(ServiceDescription.Complete);
            options.AddDocumentTransformer(
                (document, context, _) =>
                {
                    comments.AddTo(document);
                    context.ApplicationServices.GetRequiredService<Bounds>().AddTo(document);
                    return Task.CompletedTask;
                }
            );
        });
    }

    public static void MapApiDocument(this WebApplication app) => app.MapOpenApi("/openapi.json").AllowAnonymous();
}
