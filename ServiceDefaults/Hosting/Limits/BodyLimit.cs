using IntegrationPlatform.Hosting.Problems;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace IntegrationPlatform.Hosting.Limits;

/// <summary>
/// Refuses a body over the limit: one that says so before anything is done with it, any other when it gets there.
/// </summary>
internal sealed class BodyLimit(LimitSettings limits)
{
    private const long SwallowedBytes = 32 * 1024 * 1024;

    public Task HoldAsync(HttpContext context, RequestDelegate next)
    {
        var length = context.Request.ContentLength;
        if (length <= limits.BodyBytes || !HasBody(context))
        {
            return next(context);
        }

        // The server's own limit would cut the sender off.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = SwallowedBytes;
        }

        if (length is not null)
        {
            return RefuseAsync(context);
        }

        context.Request.Body = new LimitedBody(context.Request.Body, limits.BodyBytes);
        return next(context);
    }

    private async Task RefuseAsync(HttpContext context)
    {
        if (context.Request.ContentLength <= SwallowedBytes)
        {
            await LimitedBody.SwallowAsync(context.Request.Body, context.RequestAborted);
        }

        await GeneralProblems.TooLarge.With($"The limit is {limits.BodyBytes} bytes.").ExecuteAsync(context);
    }

    private static bool HasBody(HttpContext context) =>
        context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? true;
}
