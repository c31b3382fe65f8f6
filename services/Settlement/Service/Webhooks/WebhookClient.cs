using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.Timeout;

namespace IntegrationPlatform.Settlement.Webhooks;

/// <summary>
/// Calls receivers of events: signed by the Standard Webhooks scheme, without redirects, cookies or proxies, and at public
/// addresses only.
/// </summary>
/// <param name="allowPrivateAddresses">True lets receivers run on this machine or network: local runs and tests.</param>
/// <param name="around">What stands around each call: its timeout, and a breaker where there is one receiver.</param>
/// <param name="traced">False keeps the address out of spans, and the trace from the receiver.</param>
public sealed class WebhookClient(
    bool allowPrivateAddresses,
    ResiliencePipeline<HttpResponseMessage> around,
    bool traced = true
) : IDisposable
{
    /// <summary>Names the sender; a receiver that was asked for leave finds it on each event (CloudEvents webhooks, 4.1.2).</summary>
    public const string OriginHeader = "WebHook-Request-Origin";

    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    private readonly HttpClient _http = new(Handler(allowPrivateAddresses, traced))
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <summary>Posts an event.</summary>
    /// <param name="url">Where to.</param>
    /// <param name="keys">The keys to sign it with.</param>
    /// <param name="eventId">The event's id.</param>
    /// <param name="body">The event, byte for byte.</param>
    /// <param name="origin">The sender's name, for a receiver that was asked for leave; null for none.</param>
    /// <param name="cancellation">Ends the call.</param>
    public Task<WebhookAnswer> PostAsync(
        Uri url,
        IReadOnlyList<byte[]> keys,
        string eventId,
        byte[] body,
        string? origin,
        CancellationToken cancellation
    ) => SendAsync(at => Signed(url, keys, eventId, body, origin, at), OutcomeOf, cancellation);

    /// <summary>Makes one call.</summary>
    /// <param name="make">Makes the request; it is given the time.</param>
    /// <param name="judge">Says how an answer is to be taken.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task<WebhookAnswer> SendAsync(
        Func<DateTimeOffset, HttpRequestMessage> make,
        Func<HttpResponseMessage, AttemptOutcome> judge,
        CancellationToken cancellation
    )
    {
        var at = TimeProvider.System.GetUtcNow();
        var began = TimeProvider.System.GetTimestamp();
        try
        {
            using var answer = await around.ExecuteAsync(
                async token =>
                {
                    using var request = make(at);
                    return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
                },
                cancellation
            );
            return Answer(judge(answer), (int)answer.StatusCode, RetryAfter(answer, at));
        }
        catch (TimeoutRejectedException)
        {
            return Answer(AttemptOutcome.TimedOut);
        }
        catch (HttpRequestException fault)
        {
            return Answer(
                fault.InnerException is ForbiddenAddressException
                    ? AttemptOutcome.ForbiddenAddress
                    : AttemptOutcome.Unreachable
            );
        }

        WebhookAnswer Answer(AttemptOutcome outcome, int? status = null, TimeSpan? retryAfter = null) =>
            new(at, outcome, (int)TimeProvider.System.GetElapsedTime(began).TotalMilliseconds, status, retryAfter);
    }

    /// <summary>What an answer says by its status.</summary>
    public static AttemptOutcome OutcomeOf(HttpResponseMessage answer) =>
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

    /// <inheritdoc />
    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage Signed(
        Uri url,
        IReadOnlyList<byte[]> keys,
        string eventId,
        byte[] body,
        string? origin,
        DateTimeOffset at
    )
    {
        var timestamp = at.ToUnixTimeSeconds();
        var request = new HttpRequestMessage(HttpMethod.Post, url);
        request.Headers.Add("webhook-id", eventId);
        request.Headers.Add("webhook-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", WebhookSignature.Of(keys, eventId, timestamp, body));
        if (origin is not null)
        {
            request.Headers.Add(OriginHeader, origin);
        }

        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(CloudEvent.MediaType, "utf-8");
        return request;
    }

    // Bounded, so that a receiver's mistake does not hold an event for ever.
    private static TimeSpan? RetryAfter(HttpResponseMessage answer, DateTimeOffset now)
    {
        var asked = answer.Headers.RetryAfter is { } header ? header.Delta ?? (header.Date - now) : null;
        return asked > LongestWait ? LongestWait : asked;
    }

    private static SocketsHttpHandler Handler(bool allowPrivateAddresses, bool traced)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        };
        if (!allowPrivateAddresses)
        {
            handler.ConnectCallback = PublicAddresses.ConnectAsync;
        }

        if (!traced)
        {
            handler.ActivityHeadersPropagator = null;
        }

        return handler;
    }
}
