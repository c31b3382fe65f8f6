using System.Net;
using IntegrationPlatform.Settlement.Webhooks;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace IntegrationPlatform.Settlement.Deliveries;

/// <summary>
/// Posts events to IMDinett, with a timeout and a circuit breaker around the call. IMDinett has no public event API:
/// whoever gives it one changes this adapter.
/// </summary>
public sealed class ImdinettClient(ImdinettSettings settings) : IDisposable
{
    /// <summary>How long nothing is sent after many failures in a row.</summary>
    public static readonly TimeSpan Break = TimeSpan.FromSeconds(5);

    private readonly WebhookClient _webhooks = new(
        settings.AllowPrivateAddresses,
        new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions<HttpResponseMessage>
                {
                    FailureRatio = 0.9,
                    MinimumThroughput = 20,
                    SamplingDuration = TimeSpan.FromSeconds(10),
                    BreakDuration = Break,
                    ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                        .Handle<HttpRequestException>()
                        .Handle<TimeoutRejectedException>()
                        .HandleResult(answer => answer.StatusCode >= HttpStatusCode.InternalServerError),
                }
            )
            .AddTimeout(settings.Timeout)
            .Build()
    );

    /// <summary>Makes one attempt.</summary>
    /// <param name="eventId">The event's id.</param>
    /// <param name="body">The event, byte for byte.</param>
    /// <param name="cancellation">Ends the attempt when the process ends.</param>
    /// <exception cref="BrokenCircuitException">Too many attempts failed just now: none was made.</exception>
    public async Task<DeliveryAttempt> SendAsync(string eventId, byte[] body, CancellationToken cancellation) =>
        DeliveryAttempt.Of(
            await _webhooks.PostAsync(settings.Url, settings.Keys, eventId, body, origin: null, cancellation)
        );

    /// <inheritdoc />
    public void Dispose() => _webhooks.Dispose();
}
