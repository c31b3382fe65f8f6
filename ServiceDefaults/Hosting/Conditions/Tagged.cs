using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace IntegrationPlatform.Hosting.Conditions;

/// <summary>An answer with its ETag; who has it already is told that it did not change (304).</summary>
/// <param name="value">The answer.</param>
/// <param name="tag">Its tag; that of the answer's own text when null.</param>
public sealed class Tagged<T>(T value, string? tag = null) : IResult, IStatusCodeHttpResult, IEndpointMetadataProvider
{
    /// <inheritdoc />
    public int? StatusCode => StatusCodes.Status200OK;

    /// <inheritdoc />
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var json = httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value;
        var body = Tagged.BodyOf(value, json);
        var response = httpContext.Response;
        var etag = tag ?? EntityTags.Of(body);
        response.Headers.ETag = etag;
        response.Headers.CacheControl = "private, no-cache";
        if (EntityTags.Names(httpContext.Request.Headers.IfNoneMatch, etag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    /// <inheritdoc />
    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(
            new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"])
        );
        builder.Metadata.Add(new HasTag());
    }
}

/// <summary>The tag of an answer for who changes what it shows.</summary>
public static class Tagged
{
    /// <summary>The tag that an answer has which is given no other.</summary>
    /// <param name="value">The answer.</param>
    /// <param name="json">How answers are written.</param>
    public static string TagOf<T>(T value, JsonOptions json) => EntityTags.Of(BodyOf(value, json));

    internal static byte[] BodyOf<T>(T value, JsonOptions json) =>
        JsonSerializer.SerializeToUtf8Bytes(value, json.SerializerOptions);
}

/// <summary>Says that an endpoint's answer has an ETag.</summary>
internal sealed record HasTag;

/// <summary>Says that an endpoint takes <c>If-Match</c>.</summary>
internal sealed record TakesTag;
