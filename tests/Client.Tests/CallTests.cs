using Microsoft.AspNetCore.Http;

namespace IntegrationPlatform.Client.Tests;

/// <summary>How the client calls: tokens, repeated requests, refusals, pages.</summary>
public sealed class CallTests
{
    private static readonly Guid Resident = new("01991f3a-5c00-7000-8000-0000000000a1");
    private static readonly MoreTime MoreTime = new(new DateOnly(2024, 4, 1), "In hospital.");

    [Fact]
    public async Task One_grant_buys_the_token_of_many_calls()
    {
        await using var partner = await Partner.StartAsync((_, _) => Answer("[]"));

        await partner.Client.Mapping.ListLanguagesAsync();
        await partner.Client.Mapping.ListLanguagesAsync();

        var grant = Assert.Single(partner.Grants);
        Assert.Equal("our-client", grant.Issuer);
        Assert.Equal("our-key", grant.Kid);
        Assert.EndsWith("/issuer/", Assert.Single(grant.Audiences), StringComparison.Ordinal);
        Assert.Equal("imdi:integrering/mapping.read imdi:integrering/mapping.write", grant.GetClaim("scope").Value);
        Assert.InRange(grant.ValidTo - grant.IssuedAt, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(120));
        Assert.All(partner.Requests, request => Assert.Equal("Bearer a-token", request.Authorization));
    }

    [Fact]
    public async Task A_request_that_may_come_right_is_repeated_with_its_key_when_the_platform_says()
    {
        await using var partner = await Partner.StartAsync(
            (n, http) =>
            {
                http.Response.Headers.RetryAfter = "1";
                return n == 0 ? TypedResults.StatusCode(503) : Answer("""{"mappingDueOn":"2024-04-01"}""");
            }
        );
        var started = TimeProvider.System.GetTimestamp();

        var moved = await partner.Client.Mapping.GrantExceptionAsync(Resident, MoreTime);

        Assert.Equal(new DateOnly(2024, 4, 1), moved.MappingDueOn);
        Assert.InRange(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 0.9, 30);
        Assert.Equal(2, partner.Requests.Count);
        Assert.Single(partner.Requests.Select(request => request.Key).Distinct());
        Assert.NotEmpty(partner.Requests[0].Key);
    }

    [Fact]
    public async Task A_refusal_is_an_exception_that_says_all_that_was_said()
    {
        await using var partner = await Partner.StartAsync(
            (_, _) =>
                TypedResults.Text(
                    """
                    {"type":"/problems/invalid-request","title":"The request has invalid members","status":400,
                     "errors":[{"pointer":"/until","detail":"Is in the past.","rule":"MAP-2"}]}
                    """,
                    "application/problem+json",
                    statusCode: 400
                )
        );

        var refused = await Assert.ThrowsAsync<ProblemException>(() =>
            partner.Client.Mapping.GrantExceptionAsync(Resident, MoreTime)
        );

        Assert.Equal("/problems/invalid-request", refused.Problem.Type);
        Assert.Equal(("/until", "MAP-2"), refused.Problem.Errors![0] is var e ? (e.Pointer, e.Rule) : default);
        Assert.Single(partner.Requests);
    }

    [Fact]
    public async Task A_page_names_the_cursor_of_the_next()
    {
        await using var partner = await Partner.StartAsync(
            (n, http) =>
            {
                if (n == 0)
                {
                    http.Response.Headers.Link = "</mapping/v1/languages?limit=1&cursor=bmI>; rel=\"next\"";
                }

                return Answer("""[{"code":"nb","name":"norsk bokmål","rightToLeft":false}]""");
            }
        );

        var first = await partner.Client.Mapping.ListLanguagesAsync(limit: 1);
        var last = await partner.Client.Mapping.ListLanguagesAsync(limit: 1, cursor: first.Next);

        Assert.Equal(("nb", "bmI", null), (Assert.Single(first.Items).Code, first.Next, last.Next));
        Assert.Contains("cursor=bmI", partner.Requests[1].Path, StringComparison.Ordinal);
    }

    private static Microsoft.AspNetCore.Http.HttpResults.ContentHttpResult Answer(string json) =>
        TypedResults.Text(json, "application/json");
}
