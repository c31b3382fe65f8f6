using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Hosting.Problems;

/// <summary>
/// One kind of refusal (RFC 9457 "problem type"). Each service states its own as static fields of a class named
/// <c>Refusals</c>, so that they can be listed with their meaning.
/// </summary>
/// <param name="Slug">The last segment of the type URI, <c>/problems/{slug}</c>; it never changes meaning.</param>
/// <param name="Status">The HTTP status code.</param>
/// <param name="Rule">The number of the rule it enforces, such as <c>GUI-1</c>; null when no rule is behind it.</param>
/// <param name="Title">The refusal as a sentence, in the words of the one who reads it.</param>
public sealed record ProblemType(string Slug, int Status, string? Rule, string Title)
{
    /// <summary>The type URI, relative to the gateway, where it can be read.</summary>
    public string Uri => $"/problems/{Slug}";

    /// <summary>The refusal of one request.</summary>
    /// <param name="detail">What was wrong this time. Never holds personal data (ALL-1).</param>
    public ProblemHttpResult With(string? detail = null) =>
        TypedResults.Problem(
            detail: detail,
            statusCode: Status,
            title: Title,
            type: Uri,
            extensions: Rule is null
                ? null
                : new Dictionary<string, object?>(StringComparer.Ordinal) { ["rule"] = Rule }
        );
}
