using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace IntegrationPlatform.Gateway.Forwarding;

/// <summary>
/// Tells the tags of compressed answers from those of plain ones: a strong ETag stands for these very bytes (RFC 9110,
/// section 8.8.1). <c>"abc"</c> becomes <c>"abc-gzip"</c> on the way out, and again <c>"abc"</c> on the way in, so that a
/// client sends back what it was given and a service knows its own.
/// </summary>
internal static class CodedTags
{
    private static readonly string[] Codings = ["gzip", "br"];

    public static Task MarkAsync(HttpContext context, Func<Task> next)
    {
        var request = context.Request.Headers;
        request.IfMatch = Plain(request.IfMatch);
        var held = request.IfNoneMatch;
        request.IfNoneMatch = Plain(held);
        context.Response.OnStarting(() =>
        {
            Mark(context.Response, held);
            return Task.CompletedTask;
        });
        return next();
    }

    private static void Mark(HttpResponse response, StringValues held)
    {
        if (response.Headers.ETag is not [{ Length: > 2 } tag] || tag[0] != '"')
        {
            return;
        }

        // An answer that did not change has no body to look at: it is the one that the client holds.
        var coding =
            response.StatusCode == StatusCodes.Status304NotModified
                ? Array.Find(
                    Codings,
                    one =>
                        EntityTagHeaderValue.TryParseList(held, out var tags) && tags.Any(t => t.Tag == Coded(tag, one))
                )
                : Array.Find(Codings, one => response.Headers.ContentEncoding == one);
        if (coding is not null)
        {
            response.Headers.ETag = Coded(tag, coding);
        }
    }

    private static string Coded(string tag, string coding) => $"{tag[..^1]}-{coding}\"";

    private static StringValues Plain(StringValues header) =>
        header.Count == 0
            ? header
            : new StringValues([
                .. header.Select(line =>
                    Codings.Aggregate(
                        line,
                        (text, coding) => text?.Replace($"-{coding}\"", "\"", StringComparison.Ordinal)
                    )
                ),
            ]);
}
