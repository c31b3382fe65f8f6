using Yarp.ReverseProxy.Forwarder;

namespace IntegrationPlatform.Gateway.Forwarding;

/// <summary>
/// Tries another replica when one could not even be connected to: nothing of the request has been sent then, so that is
/// safe for any method. Whatever fails later is answered 502 and is the caller's to repeat, with its Idempotency-Key.
/// When no replica can be connected to, the service is unavailable (503).
/// </summary>
internal static class AnotherReplica
{
    public static async Task TryAsync(HttpContext context, Func<Task> forward)
    {
        var proxy = context.GetReverseProxyFeature();
        var left = proxy.AvailableDestinations;
        while (true)
        {
            await forward();
            if (!CouldNotConnect(context))
            {
                return;
            }

            left = [.. left.Where(replica => replica != proxy.ProxiedDestination)];
            if (left.Count == 0)
            {
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return;
            }

            context.Response.Clear();
            context.Features.Set<IForwarderErrorFeature>(null);
            proxy.AvailableDestinations = left;
        }
    }

    private static bool CouldNotConnect(HttpContext context) =>
        !context.Response.HasStarted
        && context.Features.Get<IForwarderErrorFeature>()
            is {
                Error: ForwarderError.Request,
                Exception: HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError }
            };
}
