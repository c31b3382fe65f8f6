using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace IntegrationPlatform.Hosting.Problems;

/// <summary>
/// Refuses a body that says it is written in anything but UTF-8: JSON between systems is (RFC 8259, section 8.1), and the
/// framework takes a name that it does not know for a fault of ours, a quoted one as well.
/// </summary>
internal static class KnownCharset
{
    private const string Utf8 = "utf-8";

    public static Task HoldAsync(HttpContext context, RequestDelegate next)
    {
        if (
            !MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || type.Charset is not { Length: > 0 } charset
        )
        {
            return next(context);
        }

        if (!HeaderUtilities.RemoveQuotes(charset).Equals(Utf8, StringComparison.OrdinalIgnoreCase))
        {
            return GeneralProblems.NotJson.With("Its charset must be utf-8.").ExecuteAsync(context);
        }

        type.Charset = Utf8;
        context.Request.ContentType = type.ToString();
        return next(context);
    }
}
