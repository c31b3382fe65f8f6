using System.Reflection;
using IntegrationPlatform.Hosting.Conditions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Metadata;

namespace IntegrationPlatform.Hosting.Paging;

/// <summary>
/// A page of a list: an array, the address of the next page in <c>Link</c> (RFC 8288), and an ETag, so that who asks
/// again and again is told in a few bytes that nothing is new (304).
/// </summary>
public sealed class PageOf<T>(IReadOnlyList<T> items, string? next)
    : IResult,
        IStatusCodeHttpResult,
        IEndpointMetadataProvider
{
    /// <inheritdoc />
    public int? StatusCode => StatusCodes.Status200OK;

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (next is not null)
        {
            httpContext.Response.Headers.Link = $"<{Next(httpContext.Request, next)}>; rel=\"next\"";
        }

        return new Tagged<IReadOnlyList<T>>(items).ExecuteAsync(httpContext);
    }

    /// <inheritdoc />
    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(
            new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(IReadOnlyList<T>), ["application/json"])
        );
        builder.Metadata.Add(new Paged());
        builder.Metadata.Add(new HasTag());
    }

    private static string Next(HttpRequest request, string next)
    {
        var query = new QueryBuilder(request.Query.Where(member => member.Key != "cursor")) { { "cursor", next } };
        return $"{request.Path}{query}";
    }
}

/// <summary>Says that an endpoint answers with a page.</summary>
internal sealed record Paged;
