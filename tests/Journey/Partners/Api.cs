using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Polly;
using Polly.Retry;

namespace IntegrationPlatform.Journey.Partners;

/// <summary>
/// How a careful partner calls the platform: a token of its own, an Idempotency-Key on everything it sends, and patience
/// with connections that break and servers that come back.
/// </summary>
public sealed class Api
{
    private static readonly TimeSpan OneTry = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>How the bodies are written and read.</summary>
    public static JsonSerializerOptions Json { get; } =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private readonly HttpClient _http;
    private readonly Uri _gateway;
    private readonly TokenSource _tokens;
    private readonly ResiliencePipeline<HttpResponseMessage> _patient = Patient(MustTryAgain);
    private readonly ResiliencePipeline<HttpResponseMessage> _expecting = Patient(answer =>
        MustTryAgain(answer) || answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Conflict
    );

    /// <summary>Makes the client.</summary>
    public Api(HttpClient http, Uri gateway, TokenSource tokens) =>
        (_http, _gateway, _tokens) = (http, gateway, tokens);

    /// <summary>Reads.</summary>
    public async Task<JsonElement> Get(Partner partner, string path, CancellationToken cancellation) =>
        await Send(_patient, partner, HttpMethod.Get, path, null, cancellation);

    /// <summary>Sends an act.</summary>
    public async Task<JsonElement> Post(Partner partner, string path, object? body, CancellationToken cancellation) =>
        await Send(_patient, partner, HttpMethod.Post, path, body, cancellation);

    /// <summary>
    /// Sends an act that builds on what another service has just learnt: while that news is on its way, the platform
    /// answers that it does not know the case (404) or that it is too early (409).
    /// </summary>
    public async Task<JsonElement> PostOnceKnown(
        Partner partner,
        string path,
        object? body,
        CancellationToken cancellation
    ) => await Send(_expecting, partner, HttpMethod.Post, path, body, cancellation);

    /// <summary>Reads until what is there is what somebody waits for.</summary>
    /// <exception cref="TimeoutException">It did not come.</exception>
    public async Task<JsonElement> GetUntil(
        Partner partner,
        string path,
        Func<JsonElement, bool> there,
        CancellationToken cancellation
    )
    {
        var wait = TimeSpan.FromMilliseconds(50);
        var giveUp = DateTime.UtcNow + Patience;
        while (true)
        {
            var answer = await Send(_expecting, partner, HttpMethod.Get, path, null, cancellation);
            if (there(answer))
            {
                return answer;
            }

            if (DateTime.UtcNow > giveUp)
            {
                throw new TimeoutException($"GET {path} still answers {answer.GetRawText()}");
            }

            await Task.Delay(wait, cancellation);
            wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
        }
    }

    private async Task<JsonElement> Send(
        ResiliencePipeline<HttpResponseMessage> pipeline,
        Partner partner,
        HttpMethod method,
        string path,
        object? body,
        CancellationToken cancellation
    )
    {
        var key = Guid.CreateVersion7().ToString();
        using var answer = await pipeline.ExecuteAsync(
            async token =>
            {
                using var request = new HttpRequestMessage(method, new Uri(_gateway, path));
                request.Headers.Authorization = new("Bearer", await _tokens.For(partner, token));
                if (method == HttpMethod.Post)
                {
                    request.Headers.Add("Idempotency-Key", key);
                    request.Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: Json);
                }

                return await _http.SendAsync(request, token);
            },
            cancellation
        );
        if (!answer.IsSuccessStatusCode)
        {
            var problem = await answer.Content.ReadAsStringAsync(cancellation);
            throw new RefusedException($"{method} {path} by {partner.Name}", answer.StatusCode, problem);
        }

        var bytes = await answer.Content.ReadAsByteArrayAsync(cancellation);
        return bytes.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(bytes);
    }

    private static bool MustTryAgain(HttpResponseMessage answer) =>
        answer.StatusCode >= HttpStatusCode.InternalServerError
        || answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout
        || (answer.StatusCode == HttpStatusCode.Conflict && answer.Headers.RetryAfter is not null);

    private static ResiliencePipeline<HttpResponseMessage> Patient(Func<HttpResponseMessage, bool> again) =>
        new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddTimeout(Patience)
            .AddRetry(
                new RetryStrategyOptions<HttpResponseMessage>
                {
                    ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                        .Handle<HttpRequestException>()
                        .Handle<Polly.Timeout.TimeoutRejectedException>()
                        .HandleResult(again),
                    MaxRetryAttempts = int.MaxValue,
                    BackoffType = DelayBackoffType.Exponential,
                    Delay = TimeSpan.FromMilliseconds(50),
                    MaxDelay = LongestWait,
                    UseJitter = true,
                    DelayGenerator = retry => ValueTask.FromResult(retry.Outcome.Result?.Headers.RetryAfter?.Delta),
                }
            )
            .AddTimeout(OneTry)
            .Build();
}
