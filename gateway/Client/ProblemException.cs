using System.Globalization;
using System.Text.Json;

namespace IntegrationPlatform.Client;

/// <summary>The platform refused a request, and says why (RFC 9457).</summary>
/// <param name="problem">What was said.</param>
public sealed class ProblemException(Problem problem)
    : Exception($"{problem.Status} {problem.Title} {problem.Detail}".TrimEnd())
{
    /// <summary>What was said.</summary>
    public Problem Problem => problem;

    /// <summary>Reads the answer that says so.</summary>
    internal static async Task<ProblemException> OfAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var body = await answer.Content.ReadAsByteArrayAsync(cancellation);
        return new ProblemException(
            answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
                ? JsonSerializer.Deserialize(body, ClientJson.Default.Problem)!
                : Bare(answer)
        );
    }

    // Something on the way answered, and not the platform; an issuer says its own kind of error.
    private static Problem Bare(HttpResponseMessage answer) =>
        new(
            "about:blank",
            answer.ReasonPhrase ?? ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture),
            (int)answer.StatusCode
        );
}
