using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IntegrationPlatform.Hosting.Problems;
using Microsoft.Net.Http.Headers;

namespace IntegrationPlatform.Gateway.Documents;

/// <summary><c>GET /openapi/platform.json</c>: the whole platform's API in one document.</summary>
internal static class DocumentRoutes
{
    /// <summary>Where it is.</summary>
    public const string Path = "/openapi/platform.json";

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path, AnswerAsync).AllowAnonymous();

    private static async Task<IResult> AnswerAsync(
        ServiceDocuments services,
        HttpResponse response,
        CancellationToken cancellation
    )
    {
        var (documents, missing) = await services.AtHandAsync(cancellation);
        if (documents.Count == 0)
        {
            return GeneralProblems.Unavailable.With("No service has described its API yet.");
        }

        var bytes = JsonSerializer.SerializeToUtf8Bytes<JsonNode>(PlatformDocument.Of(documents, missing), Readable);
        response.Headers.CacheControl = "no-cache";
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\"";
        return TypedResults.Bytes(bytes, "application/json", entityTag: new EntityTagHeaderValue(tag));
    }
}
