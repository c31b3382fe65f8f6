using System.Net;
using System.Text;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IntegrationPlatform.Hosting.Tests.Problems;

/// <summary>A process that takes an arrival.</summary>
public sealed class Desk : IAsyncLifetime
{
    private TestApp? _app;

    internal TestApp App => _app!;

    public async Task InitializeAsync() =>
        _app = await TestApp.StartAsync(app =>
        {
            app.MapPost("/arrivals", (Arrival arrival) => arrival.Name);
            app.MapGet("/arrivals/{id:guid}", (Guid id) => id);
            app.MapGet("/days/{day}", (DateOnly day) => day);
            app.MapGet("/list", (int page) => page);
            app.MapGet("/fault", () => Results.Ok(Fail("Ola Nordmann")));
            app.MapGet("/rule", () => new ProblemType("too-early", 409, "GUI-1", "It is too early").With("Not yet."));
        });

    public async Task DisposeAsync() => await App.DisposeAsync();

    private static int Fail(string secret) => throw new InvalidOperationException($"The secret is {secret}.");

    internal sealed record Arrival(
        string Name,
        DateOnly ArrivedOn,
        Permit Permit,
        IReadOnlyList<Member> Household,
        string? Note = null
    );

    internal sealed record Member(DateOnly BirthDate);

    internal enum Permit
    {
        Likely,
        Granted,
    }
}

/// <summary>What a client is told when something is wrong.</summary>
public sealed class ProblemTests(Desk desk) : IClassFixture<Desk>
{
    private const string Good =
        """{"name": "Ola", "arrivedOn": "2016-10-03", "permit": "likely", "household": [{"birthDate": "1990-01-01"}]}""";

    private HttpClient Client => desk.App.As("974760746", "mapping.write");

    [Theory]
    [InlineData("application/json; charset=UTF-8", 200)]
    [InlineData("application/json; charset=\"utf-8\"", 200)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("application/json; charset=nonsense", 415)]
    public async Task A_body_is_taken_as_UTF_8_and_as_nothing_else(string type, int status)
    {
        using var content = new StringContent(Good);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        Assert.Equal(status, (int)(await Client.PostAsync("/arrivals", content)).StatusCode);
    }

    [Fact]
    public async Task The_good_request_is_taken() =>
        Assert.Equal(HttpStatusCode.OK, (await Client.PostJson("/arrivals", Good)).StatusCode);

    [Theory]
    [InlineData(
        "\"2016-10-03\"",
        "\"03.10.2016 Nordmann\"",
        "/arrivedOn",
        "Does not have the type or form it must have."
    )]
    [InlineData("\"2016-10-03\"", "null", "/arrivedOn", "Does not have the type or form it must have.")]
    [InlineData("\"Ola\"", "17", "/name", "Does not have the type or form it must have.")]
    [InlineData("\"Ola\"", "null", "/name", "Does not have the type or form it must have.")]
    [InlineData("\"likely\"", "\"Nordmann\"", "/permit", "Does not have the type or form it must have.")]
    [InlineData("\"likely\"", "1", "/permit", "Does not have the type or form it must have.")]
    [InlineData(
        "\"1990-01-01\"",
        "\"Nordmann\"",
        "/household/0/birthDate",
        "Does not have the type or form it must have."
    )]
    [InlineData("\"birthDate\": \"1990-01-01\"", "", "/household/0/birthDate", "Is required.")]
    [InlineData("\"name\": \"Ola\", ", "", "/name", "Is required.")]
    [InlineData(
        "\"name\"",
        "\"note\": null, \"surname\": \"Nordmann\", \"name\"",
        "/surname",
        "Is not a member of this request."
    )]
    [InlineData("\"name\"", "\"name\": \"Nordmann\", \"name\"", "/name", "Is there twice.")]
    [InlineData("]}", "]", "", "Is not valid JSON: line 1, byte 106.")]
    [InlineData("\"Ola\"", "\"Nordmann", "", "Is not valid JSON: line 1, byte 22.")]
    public async Task A_body_that_cannot_be_read_is_answered_with_where_and_why(
        string part,
        string instead,
        string pointer,
        string detail
    )
    {
        var response = await Client.PostJson("/arrivals", Good.Replace(part, instead, StringComparison.Ordinal));

        var problem = await Problem.Of(response);
        Assert.Equal((400, "/problems/unreadable-request"), (problem.Status, problem.Type));
        Assert.Equal(new Dictionary<string, string> { [pointer] = detail }, problem.Errors);
        Assert.DoesNotContain("Nordmann", problem.Body);
        Assert.Matches("^[0-9a-f]{32}$", problem.TraceId);
    }

    [Fact]
    public async Task All_missing_members_are_named_at_once()
    {
        var problem = await Problem.Of(await Client.PostJson("/arrivals", "{}"));

        Assert.Equal(["/name", "/arrivedOn", "/permit", "/household"], problem.Errors.Keys);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    public async Task An_empty_body_is_told_so(string body)
    {
        var problem = await Problem.Of(await Client.PostJson("/arrivals", body));

        Assert.Equal((400, "The request needs a JSON body."), (problem.Status, problem.Detail));
    }

    [Theory]
    [InlineData("/days/Nordmann", "The parameter 'day' is missing or malformed.")]
    [InlineData("/list?page=Nordmann", "The parameter 'page' is missing or malformed.")]
    [InlineData("/list", "The parameter 'page' is missing or malformed.")]
    public async Task A_malformed_parameter_is_named_and_not_repeated(string address, string detail)
    {
        var problem = await Problem.Of(await Client.GetAsync(address));

        Assert.Equal((400, detail), (problem.Status, problem.Detail));
        Assert.DoesNotContain("Nordmann", problem.Body);
    }

    [Theory]
    [InlineData("GET", "/nowhere", 404, "not-found")]
    [InlineData("GET", "/arrivals/no-id", 404, "not-found")]
    [InlineData("DELETE", "/arrivals", 405, "method-not-allowed")]
    [InlineData("GET", "/fault", 500, "internal-error")]
    public async Task Bare_refusals_have_a_type_of_ours(string method, string address, int status, string slug)
    {
        var problem = await Problem.Of(await Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), address)));

        Assert.Equal((status, $"/problems/{slug}"), (problem.Status, problem.Type));
        Assert.Matches("^[0-9a-f]{32}$", problem.TraceId);
        Assert.DoesNotContain("Nordmann", problem.Body);
        Assert.DoesNotContain("Exception", problem.Body);
    }

    [Fact]
    public async Task A_request_over_its_limit_is_504()
    {
        await using var app = await TestApp.StartAsync(
            app =>
                app.MapGet(
                    "/slow",
                    async (CancellationToken cancellation) => await Task.Delay(Timeout.Infinite, cancellation)
                ),
            settings: new Dictionary<string, string?> { ["Limits:Request"] = "00:00:00.300" }
        );

        Assert.Equal(
            (504, "/problems/timed-out"),
            await Told(await app.As("974760746", "mapping.read").GetAsync("/slow"))
        );
    }

    [Fact]
    public async Task Only_JSON_is_taken()
    {
        var response = await Client.PostAsync("/arrivals", new StringContent(Good, Encoding.UTF8, "text/plain"));

        Assert.Equal((415, "/problems/unsupported-media-type"), await Told(response));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_the_limit_is_refused_whether_it_says_its_length_or_not(bool chunked)
    {
        var content = new StringContent(
            $"{{\"name\": \"{new string('x', 1_100_000)}\"}}",
            Encoding.UTF8,
            "application/json"
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, "/arrivals") { Content = content };
        request.Headers.TransferEncodingChunked = chunked;

        Assert.Equal((413, "/problems/body-too-large"), await Told(await Client.SendAsync(request)));
    }

    [Fact]
    public async Task A_rule_is_named_by_its_number()
    {
        var problem = await Problem.Of(await Client.GetAsync("/rule"));

        Assert.Equal((409, "/problems/too-early", "Not yet."), (problem.Status, problem.Type, problem.Detail));
        Assert.Contains("\"rule\":\"GUI-1\"", problem.Body);
        Assert.Matches("^[0-9a-f]{32}$", problem.TraceId);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml;q=0.9, image/png")]
    public async Task A_problem_is_JSON_whatever_the_client_would_like(string accept)
    {
        var client = Client;
        client.DefaultRequestHeaders.Add("Accept", accept);

        Assert.Equal((404, "/problems/not-found"), await Told(await client.GetAsync("/nowhere")));
    }

    [Fact]
    public async Task Headers_over_the_limit_are_refused()
    {
        var client = Client;
        client.DefaultRequestHeaders.Add("X-Filler", new string('x', 17_000));

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, (await client.GetAsync("/list?page=1")).StatusCode);
    }

    [Fact]
    public async Task The_server_does_not_say_what_it_is()
    {
        var response = await Client.GetAsync("/list?page=1");

        Assert.False(response.Headers.Contains("Server"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static async Task<(int, string)> Told(HttpResponseMessage response)
    {
        var problem = await Problem.Of(response);
        return (problem.Status, problem.Type);
    }
}
