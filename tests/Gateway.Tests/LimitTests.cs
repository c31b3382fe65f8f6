using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using IntegrationPlatform.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IntegrationPlatform.Gateway.Tests;

/// <summary>
/// The gateway against clients that are slow, many or large, over real sockets. Its times are short here; the ones that
/// ship are in docs/gateway.md.
/// </summary>
public sealed class LimitTests
{
    private const string Centre = "974760746";
    private const string Career = "974788985";
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task Headers_that_drip_in_are_cut_off()
    {
        await using var hall = await Hall.StartAsync(("Limits:Headers", "00:00:01"));
        using var slow = await hall.ConnectAsync("GET /mapping/v1/residents HTTP/1.1\r\n");

        var answer = await DripAsync(slow, () => "X-Slow: yes\r\n");

        Assert.StartsWith("HTTP/1.1 408", answer);
        Assert.Equal(0, hall.Entered);
    }

    [Fact]
    public async Task A_body_that_drips_in_is_408()
    {
        await using var hall = await Hall.StartAsync(
            ("Limits:SlowestBytesPerSecond", "1000"),
            ("Limits:SlowFor", "00:00:01.5")
        );
        using var slow = await hall.ConnectAsync(
            $"POST /mapping/v1/read HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer {TestTokens.For(Centre, "mapping.write")}\r\n"
                + "Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n"
        );

        var answer = await DripAsync(slow, () => "          ");

        Assert.StartsWith("HTTP/1.1 408", answer);
        Assert.Contains("/problems/request-too-slow", answer, StringComparison.Ordinal);
        await Eventually.Becomes(0, () => Task.FromResult(hall.Inside));
    }

    [Fact]
    public async Task Who_does_not_read_the_answer_is_cut_off()
    {
        await using var hall = await Hall.StartAsync(
            ("Limits:SlowestBytesPerSecond", "1000000"),
            ("Limits:SlowFor", "00:00:01.5")
        );
        using var slow = await hall.ConnectAsync(
            $"GET /mapping/v1/endless HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer {TestTokens.For(Centre, "mapping.read")}\r\n\r\n"
        );

        await Eventually.Becomes(1, () => Task.FromResult(hall.Entered));
        await Eventually.Becomes(0, () => Task.FromResult(hall.Inside));
    }

    [Fact]
    public async Task An_idle_connection_is_closed()
    {
        await using var hall = await Hall.StartAsync(("Limits:Idle", "00:00:01"));
        using var idle = await hall.ConnectAsync("GET /problems HTTP/1.1\r\nHost: gateway\r\n\r\n");

        var answer = await ReadToEndAsync(idle);

        Assert.StartsWith("HTTP/1.1 200", answer);
    }

    [Fact]
    public async Task Connections_beyond_the_limit_are_closed_at_once_and_the_others_are_served()
    {
        await using var hall = await Hall.StartAsync(("Limits:Connections", "3"));
        using var one = await hall.ConnectAsync("");
        using var two = await hall.ConnectAsync("");
        using var three = await hall.ConnectAsync("");
        await hall.AnswersAsync(one);
        await hall.AnswersAsync(two);
        await hall.AnswersAsync(three);

        using var four = await hall.ConnectAsync("");

        Assert.Equal("", await ReadToEndAsync(four));
        await hall.AnswersAsync(one);
    }

    [Fact]
    public async Task An_organisation_cannot_take_every_place()
    {
        await using var hall = await Hall.StartAsync(("RateLimit:AtOnce", "2"));
        var centre = hall.Gateway.As(Centre, "mapping.read");
        var waiting = new[] { centre.GetAsync("/mapping/v1/wait"), centre.GetAsync("/mapping/v1/wait") };
        await Eventually.Becomes(2, () => Task.FromResult(hall.Inside));

        using var third = await centre.GetAsync("/mapping/v1/wait");
        var others = hall.Gateway.As(Career, "mapping.read").GetAsync("/mapping/v1/wait");
        await Eventually.Becomes(3, () => Task.FromResult(hall.Inside));
        hall.LetGo();

        Assert.Equal((429, "/problems/too-many-requests"), await Told(third));
        Assert.NotNull(third.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await others).StatusCode);
        Assert.All(await Task.WhenAll(waiting), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    [Fact]
    public async Task Who_sends_bad_tokens_is_limited_by_address()
    {
        await using var hall = await Hall.StartAsync(("RateLimit:PerSecond", "1"), ("RateLimit:Burst", "3"));
        var client = hall.Gateway.Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", "no token");

        var answers = new List<int>();
        for (var i = 0; i < 5; i++)
        {
            using var answer = await client.GetAsync("/mapping/v1/residents");
            answers.Add((int)answer.StatusCode);
        }

        using var centre = await hall.Gateway.As(Centre, "mapping.read").GetAsync("/mapping/v1/residents");
        Assert.Equal([401, 401, 401, 429], answers.Take(4));
        Assert.Equal(HttpStatusCode.OK, centre.StatusCode);
    }

    [Fact]
    public async Task Requests_at_once_on_one_connection_of_HTTP_2_are_limited()
    {
        await using var hall = await Hall.StartAsync(
            ("Limits:Streams", "2"),
            ("Kestrel:EndpointDefaults:Protocols", "Http2")
        );
        using var client = hall.Gateway.As(Centre, "mapping.read");
        client.DefaultRequestVersion = HttpVersion.Version20;
        client.DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact;

        var waiting = Enumerable.Range(0, 5).Select(_ => client.GetAsync("/mapping/v1/wait")).ToList();
        await Eventually.Becomes(2, () => Task.FromResult(hall.Inside));
        hall.LetGo();
        await Task.WhenAll(waiting);

        Assert.Equal((5, 2), (hall.Entered, hall.Most));
    }

    [Theory]
    [InlineData(20_000, 1, "431")]
    [InlineData(10, 120, "431")]
    public async Task Headers_too_large_or_too_many_are_431(int length, int count, string status)
    {
        await using var hall = await Hall.StartAsync();
        var headers = string.Concat(
            Enumerable.Range(0, count).Select(i => FormattableString.Invariant($"X-{i}: {new string('x', length)}\r\n"))
        );
        using var large = await hall.ConnectAsync($"GET /problems HTTP/1.1\r\nHost: gateway\r\n{headers}\r\n");

        Assert.StartsWith($"HTTP/1.1 {status}", await ReadToEndAsync(large));
    }

    [Fact]
    public async Task An_address_too_long_is_414()
    {
        await using var hall = await Hall.StartAsync();
        using var large = await hall.ConnectAsync(
            $"GET /problems/{new string('x', 9_000)} HTTP/1.1\r\nHost: gateway\r\n\r\n"
        );

        Assert.StartsWith("HTTP/1.1 414", await ReadToEndAsync(large));
    }

    private static async Task<(int, string)> Told(HttpResponseMessage response)
    {
        var problem = await Problem.Of(response);
        return (problem.Status, problem.Type);
    }

    // Until the other side has enough of it; a test that waits for ever fails by its own time.
    private static async Task<string> DripAsync(TcpClient client, Func<string> drop)
    {
        var reading = ReadToEndAsync(client);
        for (var clock = Stopwatch.StartNew(); !reading.IsCompleted && clock.Elapsed < TimeSpan.FromSeconds(60); )
        {
            try
            {
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(drop()));
            }
            catch (IOException)
            {
                break;
            }

            await Task.WhenAny(reading, Task.Delay(Between));
        }

        return await reading;
    }

    private static async Task<string> ReadToEndAsync(TcpClient client)
    {
        using var all = new MemoryStream();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        try
        {
            await client.GetStream().CopyToAsync(all, limit.Token);
        }
        catch (IOException)
        {
            // Cut off; what came before counts.
        }

        return Encoding.UTF8.GetString(all.ToArray());
    }

    /// <summary>The gateway in front of a service that counts who is inside and lets them go when it is told to.</summary>
    private sealed class Hall : IAsyncDisposable
    {
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TestApp _service = null!;
        private int _entered;
        private int _inside;
        private int _most;

        public RunningGateway Gateway { get; private set; } = null!;

        public int Entered => _entered;

        public int Inside => _inside;

        public int Most => _most;

        public static async Task<Hall> StartAsync(params (string Name, string Value)[] settings)
        {
            var hall = new Hall();
            hall._service = await TestApp.StartAsync(hall.Map);
            hall.Gateway = RunningGateway.Start(
                new Dictionary<string, Uri[]> { ["mapping"] = [hall._service.Address] },
                settings.ToDictionary(setting => setting.Name, setting => setting.Value)
            );
            return hall;
        }

        public void LetGo() => _open.SetResult();

        public async Task<TcpClient> ConnectAsync(string request)
        {
            var address = Gateway.ClientOptions.BaseAddress;
            var client = new TcpClient();
            await client.ConnectAsync(address.Host, address.Port);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(request));
            return client;
        }

        public async Task AnswersAsync(TcpClient client)
        {
            await client.GetStream().WriteAsync("GET /problems/nothing HTTP/1.1\r\nHost: gateway\r\n\r\n"u8.ToArray());
            var buffer = new byte[4096];
            var answer = "";
            // To its last chunk: what is left behind would be read as the beginning of the next answer.
            while (!answer.EndsWith("\r\n0\r\n\r\n", StringComparison.Ordinal))
            {
                var read = await client.GetStream().ReadAsync(buffer);
                Assert.NotEqual(0, read);
                answer += Encoding.ASCII.GetString(buffer, 0, read);
            }

            Assert.StartsWith("HTTP/1.1 404", answer);
        }

        public async ValueTask DisposeAsync()
        {
            _open.TrySetResult();
            await Gateway.DisposeAsync();
            await _service.DisposeAsync();
        }

        private void Map(WebApplication app)
        {
            var v1 = app.MapGroup("/mapping/v1").AllowAnonymous();
            v1.MapGet("/residents", () => TypedResults.Ok());
            v1.MapGet("/wait", (HttpContext http) => InsideAsync(http, () => _open.Task));
            v1.MapPost(
                "/read",
                (HttpContext http) => InsideAsync(http, () => http.Request.Body.CopyToAsync(Stream.Null))
            );
            v1.MapGet("/endless", (HttpContext http) => InsideAsync(http, () => PourAsync(http)));
        }

        private async Task InsideAsync(HttpContext http, Func<Task> act)
        {
            Interlocked.Increment(ref _entered);
            var now = Interlocked.Increment(ref _inside);
            InterlockedMax(now);
            try
            {
                await act();
            }
            catch (Exception cut) when (cut is IOException or OperationCanceledException or BadHttpRequestException)
            {
                http.Abort();
            }
            finally
            {
                Interlocked.Decrement(ref _inside);
            }
        }

        private void InterlockedMax(int now)
        {
            for (var seen = _most; now > seen; seen = _most)
            {
                Interlocked.CompareExchange(ref _most, now, seen);
            }
        }

        private static async Task PourAsync(HttpContext http)
        {
            var much = new byte[64 * 1024];
            while (!http.RequestAborted.IsCancellationRequested)
            {
                await http.Response.Body.WriteAsync(much, http.RequestAborted);
            }
        }
    }
}
