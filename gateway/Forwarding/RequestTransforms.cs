using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace IntegrationPlatform.Gateway.Forwarding;

/// <summary>
/// What of a request reaches a service: the headers its API knows, and no others. So nobody can pass a forwarded
/// address, an identity or another method off on a service. The trace context is the gateway's own span.
/// </summary>
internal static class RequestTransforms
{
    private static readonly string[] Known =
    [
        "Accept",
        "Accept-Encoding",
        "Accept-Language",
        "Authorization",
        "Content-Encoding",
        "Content-Length",
        "Content-Type",
        "Idempotency-Key",
        "If-Match",
        "If-Modified-Since",
        "If-None-Match",
        "User-Agent",
    ];

    public static void Add(TransformBuilderContext context)
    {
        context.UseDefaultForwarders = false;
        context.AddRequestHeadersAllowed(Known);
    }
}
