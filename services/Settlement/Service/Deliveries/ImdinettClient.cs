using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace IntegrationPlatform.Settlement.Deliveries;

/// <summary>
/// Posts events to IMDinett: signed by the Standard Webhooks scheme, without following redirects, with a timeout and a
/// circuit breaker around the call. IMDinett has no public event API: whoever gives it one changes this adapter.
/// </summary>
public sealed class ImdinettClient(ImdinettSettings settings) : IDisposable
{
    /// <summary>How long nothing is sent after many failures in a row.</summary>
    public static readonly TimeSpan Break = TimeSpan.FromSeconds(5);

    private readonly HttpClient _http = new(Handler(settings)) { Timeout = Timeout.InfiniteTimeSpan };
    private readonly ResiliencePipeline<HttpResponseMessage> _call =
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
            .Build();

    /// <summary>Makes one attempt.</summary>
    /// <param name="eventId">The event's id.</param>
    /// <param name="body">The event, byte for byte.</param>
    /// <param name="cancellation">Ends the attempt when the process ends.</param>
    /// <exception cref="BrokenCircuitException">Too many attempts failed just now: none was made.</exception>
    public async Task<DeliveryAttempt> SendAsync(string eventId, byte[] body, CancellationToken cancellation)
    {
        var at = TimeProvider.System.GetUtcNow();
        var began = TimeProvider.System.GetTimestamp();
        try
        {
            using var answer = await _call.ExecuteAsync(
                async token => await PostAsync(eventId, body, at, token),
                cancellation
            );
            return Attempt(OutcomeOf(answer), (int)answer.StatusCode, RetryAfter(answer, at));
        }
        catch (TimeoutRejectedException)
        {
            return Attempt(AttemptOutcome.TimedOut);
        }
        catch (HttpRequestException fault)
        {
            return Attempt(
                fault.InnerException is ForbiddenAddressException
                    ? AttemptOutcome.ForbiddenAddress
                    : AttemptOutcome.Unreachable
            );
        }

        DeliveryAttempt Attempt(AttemptOutcome outcome, int? status = null, TimeSpan? retryAfter = null) =>
            new()
            {
                Id = Guid.CreateVersion7(),
                At = at,
                Outcome = outcome,
                Status = status,
                Milliseconds = (int)TimeProvider.System.GetElapsedTime(began).TotalMilliseconds,
                RetryAfter = retryAfter,
            };
    }

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> PostAsync(
        string eventId,
        byte[] body,
        DateTimeOffset at,
        CancellationToken cancellation
    )
    {
        var timestamp = at.ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Url);
        request.Headers.Add("webhook-id", eventId);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(settings.Keys, eventId, timestamp, body));
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(CloudEvent.MediaType, "utf-8");
        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
    }

    private static AttemptOutcome OutcomeOf(HttpResponseMessage answer) =>
        answer switch
        {
            { IsSuccessStatusCode: true } => AttemptOutcome.Received,
            { StatusCode: HttpStatusCode.Gone } => AttemptOutcome.Gone,
            {
                StatusCode: HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable,
                Headers.RetryAfter: not null
            } => AttemptOutcome.AskedToWait,
            _ => AttemptOutcome.Refused,
        };

    // Bounded, so that a receiver's mistake does not hold an event for ever.
    private static TimeSpan? RetryAfter(HttpResponseMessage answer, DateTimeOffset now)
    {
        var asked = answer.Headers.RetryAfter is { } header ? header.Delta ?? (header.Date - now) : null;
        return asked > TimeSpan.FromDays(1) ? TimeSpan.FromDays(1) : asked;
    }

    private static SocketsHttpHandler Handler(ImdinettSettings settings)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        };
        if (!settings.AllowPrivateAddresses)
        {
            handler.ConnectCallback = PublicAddresses.ConnectAsync;
        }

        return handler;
    }
}
