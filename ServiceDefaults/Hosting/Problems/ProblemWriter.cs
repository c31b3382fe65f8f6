using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace IntegrationPlatform.Hosting.Problems;

/// <summary>
/// Writes every problem as <c>application/problem+json</c> (RFC 9457), whatever the client said it accepts, with a type
/// of ours and the trace id.
/// </summary>
internal sealed class ProblemWriter : IProblemDetailsWriter
{
    // Readable as it stands: nobody puts a problem detail into a page unescaped.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var response = context.HttpContext.Response;
        var problem = context.ProblemDetails;
        problem.Status ??= response.StatusCode;
        response.StatusCode = problem.Status.Value;
        if (problem.Type?.StartsWith("/problems/", StringComparison.Ordinal) != true)
        {
            var general = GeneralProblems.For(problem.Status.Value);
            problem.Type = general?.Uri ?? "about:blank";
            problem.Title = general?.Title ?? problem.Title;
        }

        if (Activity.Current is { } activity)
        {
            problem.Extensions["traceId"] = activity.TraceId.ToString();
        }

        if (problem.Status is >= StatusCodes.Status502BadGateway && response.Headers.RetryAfter.Count == 0)
        {
            response.Headers.RetryAfter = "2";
        }

        response.Headers.CacheControl = "no-store";
        await response.WriteAsJsonAsync(problem, Json, "application/problem+json", CancellationToken.None);
    }
}
