using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationPlatform.Tests.Support;

namespace IntegrationPlatform.Gateway.Tests;

/// <summary>The gateway in front of one service that listens and four that do not.</summary>
public sealed class Door : IAsyncLifetime
{
    internal TestApp Service { get; private set; } = null!;

    internal RunningGateway Gateway { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Service = await Echo.StartAsync();
        Gateway = RunningGateway.Start(new Dictionary<string, Uri[]> { ["mapping"] = [Service.Address] });
    }

    public async Task DisposeAsync()
    {
        await Gateway.DisposeAsync();
        await Service.DisposeAsync();
    }
}

/// <summary>Who and what gets through the gateway, and how the rest is answered.</summary>
public sealed class DoorTests(Door door) : IClassFixture<Door>
{
    private const string Centre = "974760746";

    private HttpClient Client => door.Gateway.As(Centre, "mapping.read", "grants.read");

    [Fact]
    public async Task A_call_with_a_token_of_the_service_gets_through()
    {
        var heard = await Client.GetFromJsonAsync<Echo.Heard>("/mapping/v1/residents/1?state=overdue&name=%C3%A6%2F");

        Assert.Equal(("GET", "/mapping/v1/residents/1?state=overdue&name=%C3%A6%2F"), (heard!.Method, heard.Address));
    }

    [Fact]
    public async Task Without_a_token_the_answer_is_401()
    {
        var response = await door.Gateway.Anonymous().GetAsync("/mapping/v1/residents");

        Assert.Equal((401, "/problems/access-token-missing"), await Told(response));
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task With_a_bad_token_the_answer_is_401()
    {
        var client = door.Gateway.Anonymous();
        client.DefaultRequestHeaders.Authorization = new("Bearer", TestTokens.For(Centre, "mapping.read") + "x");

        Assert.Equal(
            (401, "/problems/access-token-invalid"),
            await Told(await client.GetAsync("/mapping/v1/residents"))
        );
    }

    [Fact]
    public async Task With_a_token_for_other_services_the_answer_is_403()
    {
        var response = await door.Gateway.As(Centre, "grants.read").GetAsync("/mapping/v1/residents");

        Assert.Equal((403, "/problems/not-allowed"), await Told(response));
    }

    [Theory]
    [InlineData("/operations/redrive")]
    [InlineData("/mapping/operations/redrive")]
    [InlineData("/mapping/v2/residents")]
    [InlineData("/mapping/ready")]
    [InlineData("/mapping")]
    [InlineData("/Mapping/v1/../../operations/redrive")]
    [InlineData("/mapping/v1/../../operations/redrive")]
    [InlineData("/mapping/v1/%2e%2e/%2e%2e/operations/redrive")]
    [InlineData("/mapping/v1//../../../operations/redrive")]
    [InlineData("/openapi/../operations/redrive")]
    [InlineData("/openapi/identity.json")]
    [InlineData("/swagger")]
    [InlineData("/")]
    public async Task There_is_no_way_around(string address)
    {
        Assert.StartsWith("HTTP/1.1 404", await RawAsync($"GET {address} HTTP/1.1"));
        Assert.StartsWith("HTTP/1.1 404", await RawAsync($"POST {address} HTTP/1.1"));
    }

    [Theory]
    [InlineData("/mapping/v1/..%2f..%2foperations/redrive")]
    [InlineData("/mapping/v1/..%5c..%5coperations/redrive")]
    [InlineData("/mapping/v1/%252e%252e/%252e%252e/operations/redrive")]
    [InlineData("/mapping/v1/..;/..;/operations/redrive")]
    public async Task What_looks_like_a_way_around_stays_an_address_of_the_service(string address)
    {
        var answer = await RawAsync($"GET {address} HTTP/1.1");

        Assert.StartsWith("HTTP/1.1 200", answer);
        Assert.Contains("\"address\":\"/mapping/v1/", answer);
    }

    [Theory]
    [InlineData("GET http://127.0.0.1:9/operations HTTP/1.1", 400)]
    [InlineData("CONNECT 127.0.0.1:9 HTTP/1.1", 400)]
    [InlineData("TRACE /mapping/v1/residents HTTP/1.1", 405)]
    [InlineData("OPTIONS /mapping/v1/residents HTTP/1.1", 405)]
    [InlineData("GET /mapping/v1/residents HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 4", 400)]
    [InlineData("GET /mapping/v1/residents HTTP/1.1\r\nX-Name : x", 400)]
    public async Task The_gateway_is_no_proxy_to_elsewhere_and_takes_no_odd_requests(string request, int status) =>
        Assert.StartsWith($"HTTP/1.1 {status}", await RawAsync(request));

    [Fact]
    public async Task What_a_client_says_of_itself_beyond_its_token_does_not_reach_the_service()
    {
        var client = Client;
        string[] said =
        [
            "Forwarded",
            "X-Forwarded-For",
            "X-Forwarded-Host",
            "X-Forwarded-Proto",
            "X-Forwarded-Prefix",
            "X-Original-URL",
            "X-Rewrite-URL",
            "X-HTTP-Method-Override",
            "X-Real-IP",
            "X-Organisation",
            "Cookie",
            "Proxy-Authorization",
            "baggage",
        ];
        foreach (var name in said)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation(name, "987879696");
        }

        client.DefaultRequestHeaders.Add("Idempotency-Key", "kept");
        client.DefaultRequestHeaders.Add("Accept-Language", "nb");
        var heard = await Hear(client);

        Assert.DoesNotContain(heard.Headers.Keys, name => said.Contains(name, StringComparer.OrdinalIgnoreCase));
        Assert.DoesNotContain(heard.Headers.Values, value => value.Contains("987879696", StringComparison.Ordinal));
        Assert.Equal(("kept", "nb"), (heard.Headers["Idempotency-Key"], heard.Headers["Accept-Language"]));
    }

    [Theory]
    [InlineData("\"abc\"", "\"abc\"")]
    [InlineData("\"abc-gzip\"", "\"abc\"")]
    [InlineData("\"abc-br\", \"def\"", "\"abc\", \"def\"")]
    public async Task A_service_knows_its_own_tag_whichever_coding_the_client_read(string sent, string heard)
    {
        var client = Client;
        client.DefaultRequestHeaders.Add("If-Match", sent);

        Assert.Equal(heard, (await Hear(client)).Headers["If-Match"]);
    }

    [Fact]
    public async Task The_trace_goes_on_behind_the_gateway()
    {
        var client = Client;
        client.DefaultRequestHeaders.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

        var heard = await Hear(client);

        var parts = heard.Headers["traceparent"].Split('-');
        Assert.Equal("0af7651916cd43dd8448eb211c80319c", parts[1]);
        Assert.NotEqual("b7ad6b7169203331", parts[2]);
    }

    [Theory]
    [InlineData(10_000_000, false)]
    [InlineData(10_000_000, true)]
    [InlineData(1_048_577, false)]
    public async Task A_body_over_the_limit_is_413(int bytes, bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/mapping/v1/residents");
        request.Content = new ByteArrayContent(new byte[bytes]);
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TransferEncodingChunked = chunked;

        Assert.Equal((413, "/problems/body-too-large"), await Told(await Client.SendAsync(request)));
    }

    [Fact]
    public async Task A_service_that_nobody_can_connect_to_is_503_with_a_time_to_try_again()
    {
        var response = await Client.GetAsync("/grants/v1/rounds");

        Assert.Equal((503, "/problems/service-unavailable"), await Told(response));
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_connection_cut_in_the_middle_is_502()
    {
        var response = await Client.PostAsync("/mapping/v1/cut", null);

        Assert.Equal((502, "/problems/bad-gateway"), await Told(response));
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_service_that_takes_too_long_is_504()
    {
        await using var gateway = RunningGateway.Start(
            new Dictionary<string, Uri[]> { ["mapping"] = [door.Service.Address] },
            new Dictionary<string, string> { ["Limits:Request"] = "00:00:01" }
        );

        var response = await gateway.As(Centre, "mapping.read").PostAsync("/mapping/v1/slow", null);

        Assert.Equal((504, "/problems/timed-out"), await Told(response));
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task Answers_are_kept_out_of_caches_and_frames()
    {
        var response = await Client.GetAsync("/mapping/v1/residents");

        Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["DENY"], response.Headers.GetValues("X-Frame-Options"));
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task The_API_document_of_a_service_can_be_read_without_a_token()
    {
        var document = await door.Gateway.Anonymous().GetFromJsonAsync<JsonObject>("/openapi/mapping.json");

        Assert.StartsWith("3.1", document!["openapi"]!.GetValue<string>());
        Assert.Equal(
            HttpStatusCode.MethodNotAllowed,
            (await Client.PostAsync("/openapi/mapping.json", null)).StatusCode
        );
    }

    [Fact]
    public async Task Health_tells_of_everything_behind()
    {
        var response = await door.Gateway.Anonymous().GetAsync("/health");
        var health = await response.Content.ReadFromJsonAsync<JsonObject>();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("healthy", health!["services"]!["mapping"]!["status"]!.GetValue<string>());
        Assert.Equal("unhealthy", health["services"]!["grants"]!["status"]!.GetValue<string>());
        Assert.Equal("unreachable", health["services"]!["grants"]!["replicas"]![0]!.GetValue<string>());
    }

    private static async Task<Echo.Heard> Hear(HttpClient client) =>
        (await client.GetFromJsonAsync<Echo.Heard>("/mapping/v1/residents"))!;

    private static async Task<(int, string)> Told(HttpResponseMessage response)
    {
        var problem = await Problem.Of(response);
        return (problem.Status, problem.Type);
    }

    // As it stands: a client of ours would tidy the address up first.
    private async Task<string> RawAsync(string request)
    {
        var address = door.Gateway.ClientOptions.BaseAddress;
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        var stream = socket.GetStream();
        var token = TestTokens.For(Centre, "mapping.read");
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"{request}\r\nHost: gateway\r\nAuthorization: Bearer {token}\r\nConnection: close\r\n\r\n"
            )
        );
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
