using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using IntegrationPlatform.Tests.Support;
using IntegrationPlatform.Tests.Support.Contract;

namespace IntegrationPlatform.Gateway.Tests.Documents;

/// <summary>A problem's type is an address that says what it means (RFC 9457).</summary>
public sealed class ProblemPagesTests(WholePlatform platform) : IClassFixture<WholePlatform>
{
    private IEnumerable<JsonNode> Types => platform.Document["x-problem-types"]!.AsArray()!;

    [Fact]
    public async Task Every_type_resolves_to_its_meaning()
    {
        foreach (var type in Types)
        {
            var told = await platform.Gateway.Anonymous().GetFromJsonAsync<JsonObject>((string)type["uri"]!);

            Assert.True(JsonNode.DeepEquals(type, told), (string)type["slug"]!);
        }
    }

    [Fact]
    public async Task A_browser_is_shown_a_page()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/problems/centre-full");
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml;q=0.9");

        var response = await platform.Gateway.Anonymous().SendAsync(request);

        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(
            "<h1>The centre has no free place</h1>",
            await response.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_unknown_type_is_not_found()
    {
        var problem = await Problem.Of(await platform.Gateway.Anonymous().GetAsync("/problems/no-such-type"));

        Assert.Equal(404, problem.Status);
    }

    [Fact]
    public async Task The_gateway_s_own_types_resolve_when_every_service_is_away()
    {
        await using var gateway = RunningGateway.Start(new Dictionary<string, Uri[]>());

        var response = await gateway.Anonymous().GetAsync("/problems/service-unavailable");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public void The_list_in_the_docs_is_the_code_s()
    {
        var page = new StringBuilder(
            """
            # Problem types

            Every refusal is `application/problem+json` (RFC 9457). Its `type` is one of these; it is also an address at the gateway that says
            the same, and it never changes meaning. `rule` is the number in [requirements.md](requirements.md).

            | `type` | status | rule | meaning |
            |---|---|---|---|

            """
        );
        foreach (var type in Types)
        {
            page.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"| `{type["uri"]}` | {type["status"]} | {type["rule"]} | {type["title"]} |\n"
            );
        }

        DocumentSnapshot.Holds("docs/problems.md", page.ToString());
    }
}
