using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Polly;
using Polly.Retry;

namespace IntegrationPlatform.Client;

/// <summary>One call of an operation: token, Idempotency-Key, patience, and the answer or the problem.</summary>
internal sealed class Call(HttpClient http, Uri gateway, AccessTokens tokens)
{
    private const int MostTries = 5;

    // Every change has an Idempotency-Key, so that any of them may be repeated.
    private static readonly ResiliencePipeline<HttpResponseMessage> Patient =
        new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddRetry(
                new RetryStrategyOptions<HttpResponseMessage>
                {
                    ShouldHandle = new PredicateBuilder<HttpResponseMessage>()
                        .Handle<HttpRequestException>()
                        .HandleResult(MayComeRight),
                    MaxRetryAttempts = MostTries,
                    BackoffType = DelayBackoffType.Exponential,
                    Delay = TimeSpan.FromMilliseconds(200),
                    UseJitter = true,
                    DelayGenerator = retry => ValueTask.FromResult(Wait(retry.Outcome.Result)),
                }
            )
            .Build();

    public async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> json, CancellationToken cancellation)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, null, null, null, cancellation);
        return await ReadAsync(answer, json, cancellation);
    }

    public async Task<Versioned<T>> VersionedAsync<T>(string path, JsonTypeInfo<T> json, CancellationToken cancellation)
    {
        using var answer = await SendAsync(HttpMethod.Get, path, null, null, null, cancellation);
        return new Versioned<T>(await ReadAsync(answer, json, cancellation), answer.Headers.ETag!.ToString());
    }

    public async Task<Page<T>> PageAsync<T>(
        string path,
        JsonTypeInfo<IReadOnlyList<T>> json,
        CancellationToken cancellation
    )
    {
        using var answer = await SendAsync(HttpMethod.Get, path, null, null, null, cancellation);
        return new Page<T>(await ReadAsync(answer, json, cancellation), NextOf(answer));
    }

    public async Task<T> PostAsync<T>(
        string path,
        Func<HttpContent>? body,
        JsonTypeInfo<T> json,
        string? key,
        string? ifMatch,
        CancellationToken cancellation
    )
    {
        using var answer = await SendAsync(HttpMethod.Post, path, body, key, ifMatch, cancellation);
        return await ReadAsync(answer, json, cancellation);
    }

    public async Task<T> PutAsync<T>(
        string path,
        Func<HttpContent> body,
        JsonTypeInfo<T> json,
        string? key,
        CancellationToken cancellation
    )
    {
        using var answer = await SendAsync(HttpMethod.Put, path, body, key, null, cancellation);
        return await ReadAsync(answer, json, cancellation);
    }

    public async Task DeleteAsync(string path, string? key, CancellationToken cancellation)
    {
        using var answer = await SendAsync(HttpMethod.Delete, path, null, key, null, cancellation);
    }

    public async Task PostAsync(
        string path,
        Func<HttpContent>? body,
        string? key,
        string? ifMatch,
        CancellationToken cancellation
    )
    {
        using var answer = await SendAsync(HttpMethod.Post, path, body, key, ifMatch, cancellation);
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        Func<HttpContent>? body,
        string? key,
        string? ifMatch,
        CancellationToken cancellation
    )
    {
        key ??= Guid.CreateVersion7().ToString();
        var answer = await Patient.ExecuteAsync(
            async cancelled =>
            {
                using var request = new HttpRequestMessage(method, new Uri(gateway, path));
                request.Headers.Authorization = new("Bearer", await tokens.GetAsync(cancelled));
                if (method != HttpMethod.Get)
                {
                    request.Headers.Add("Idempotency-Key", key);
                    request.Content = body?.Invoke();
                }

                if (ifMatch is not null)
                {
                    request.Headers.Add("If-Match", ifMatch);
                }

                return await http.SendAsync(request, cancelled);
            },
            cancellation
        );
        if (answer.IsSuccessStatusCode)
        {
            return answer;
        }

        using (answer)
        {
            throw await ProblemException.OfAsync(answer, cancellation);
        }
    }

    private static async Task<T> ReadAsync<T>(
        HttpResponseMessage answer,
        JsonTypeInfo<T> json,
        CancellationToken cancellation
    )
    {
        await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
        return (await JsonSerializer.DeserializeAsync(body, json, cancellation))!;
    }

    // Link: </mapping/v1/deadlines?cursor=…>; rel="next" (RFC 8288).
    private static string? NextOf(HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Link", out var links)
        && links.FirstOrDefault(link => link.EndsWith("rel=\"next\"", StringComparison.Ordinal)) is { } next
            ? Uri.UnescapeDataString(next.Split("cursor=")[1].Split('&', '>')[0])
            : null;

    private static bool MayComeRight(HttpResponseMessage answer) =>
        answer.StatusCode
            is HttpStatusCode.TooManyRequests
                or HttpStatusCode.BadGateway
                or HttpStatusCode.ServiceUnavailable
                or HttpStatusCode.GatewayTimeout
        || (answer.StatusCode == HttpStatusCode.Conflict && answer.Headers.RetryAfter is not null);

    private static TimeSpan? Wait(HttpResponseMessage? answer) =>
        answer?.Headers.RetryAfter is { } after ? after.Delta ?? (after.Date - TimeProvider.System.GetUtcNow()) : null;
}
