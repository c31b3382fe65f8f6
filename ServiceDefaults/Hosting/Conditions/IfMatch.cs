using IntegrationPlatform.Hosting.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Hosting.Conditions;

/// <summary>Keeps one from overwriting what another wrote in between (RFC 9110, section 13.1.1; RFC 6585, section 3).</summary>
public static class IfMatch
{
    /// <summary>The request would overwrite something and does not say what it read.</summary>
    public static readonly ProblemType Required = new(
        "if-match-required",
        428,
        null,
        "This overwrites what is there: read it, and send its ETag in If-Match"
    );

    /// <summary>It is not what the request's sender read.</summary>
    public static readonly ProblemType Changed = new(
        "changed-meanwhile",
        412,
        null,
        "Somebody changed this since you read it: read it again"
    );

    /// <summary>Says in the API's document that an endpoint takes the header.</summary>
    public static TBuilder TakesIfMatch<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new TakesTag());

    /// <summary>Why a request may not change what has a tag; null when it may.</summary>
    /// <param name="request">The request; what it says it read must be what is there.</param>
    /// <param name="tag">The tag of what is there.</param>
    /// <param name="overwrites">True when the request overwrites something, and must say what it read.</param>
    public static ProblemHttpResult? Refuses(HttpRequest request, string tag, bool overwrites)
    {
        var header = request.Headers.IfMatch;
        return header.Count == 0 ? (overwrites ? Required.With() : null)
            : EntityTags.NamesStrongly(header, tag) ? null
            : Changed.With();
    }
}
