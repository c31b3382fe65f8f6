using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace IntegrationPlatform.Chaos.Load;

/// <summary>
/// Clients that open cases at the counting service. One that gets no answer asks the other replica, with the same
/// Idempotency-Key, until it is told that its case is open.
/// </summary>
internal sealed class CountingLoad(IReadOnlyList<Uri> replicas) : IDisposable
{
    private const int Clients = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan BeforeAnotherTry = TimeSpan.FromMilliseconds(100);
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(10) };
    private int _cases;

    /// <summary>Cases that clients have asked for.</summary>
    public int Cases => Volatile.Read(ref _cases);

    /// <summary>Opens cases until it is stopped; each that was begun is opened first.</summary>
    /// <param name="stop">No new cases.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task RunAsync(CancellationToken stop, CancellationToken cancellation) =>
        Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => ClientAsync(stop, cancellation)));

    public void Dispose() => _http.Dispose();

    private async Task ClientAsync(CancellationToken stop, CancellationToken cancellation)
    {
        while (!stop.IsCancellationRequested)
        {
            var reference = Interlocked.Increment(ref _cases);
            for (var attempt = reference; !await OpenAsync(reference, attempt, cancellation); attempt++)
            {
                await Task.Delay(BeforeAnotherTry, cancellation);
            }

            await Task.Delay(Pause, cancellation);
        }
    }

    private async Task<bool> OpenAsync(int reference, int attempt, CancellationToken cancellation)
    {
        var address = new Uri(replicas[attempt % replicas.Count], "counting/v1/cases");
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = JsonContent.Create(new { reference }),
        };
        request.Headers.Add("Idempotency-Key", string.Create(CultureInfo.InvariantCulture, $"case-{reference}"));
        try
        {
            using var answer = await _http.SendAsync(request, cancellation);
            return answer.StatusCode switch
            {
                HttpStatusCode.Created => true,
                HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout => false,
                >= HttpStatusCode.InternalServerError => false,
                var refusal => throw new InvalidOperationException(
                    $"Opening a case was answered {(int)refusal}: {await answer.Content.ReadAsStringAsync(cancellation)}"
                ),
            };
        }
        catch (HttpRequestException)
        {
            return false; // The replica is away, or went away while it answered.
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false; // It did not answer in time.
        }
    }
}
