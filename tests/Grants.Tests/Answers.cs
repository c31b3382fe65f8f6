using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace IntegrationPlatform.Grants.Tests;

/// <summary>Reads what the service answers.</summary>
internal static class Answers
{
    public static Task<HttpResponseMessage> Post(this HttpClient client, string path, JsonNode body) =>
        client.PostAsJsonAsync(new Uri($"/grants/v1/{path}", UriKind.Relative), body);

    public static Task<HttpResponseMessage> Get(this HttpClient client, string path) =>
        client.GetAsync(new Uri($"/grants/v1/{path}", UriKind.Relative));

    /// <summary>The body of an answer of 200 or 201.</summary>
    public static async Task<JsonNode> Body(this Task<HttpResponseMessage> answer)
    {
        using var response = await answer;
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{(int)response.StatusCode}: {text}");
        return JsonNode.Parse(text)!;
    }

    /// <summary>The answer is a problem of this type, with the rule's number.</summary>
    public static async Task Refuses(
        this Task<HttpResponseMessage> answer,
        HttpStatusCode status,
        string type,
        string? rule = null
    )
    {
        var problem = await Problem(answer, status);
        Assert.Equal($"/problems/{type}", (string?)problem["type"]);
        Assert.Equal(rule, (string?)problem["rule"]);
    }

    /// <summary>The answer names the member and the rule.</summary>
    public static async Task RefusesMember(this Task<HttpResponseMessage> answer, string pointer, string rule)
    {
        var problem = await Problem(answer, HttpStatusCode.BadRequest);
        var errors = problem["errors"]!.AsArray().Select(e => ((string?)e!["pointer"], (string?)e["rule"]));
        Assert.Contains((pointer, rule), errors);
    }

    private static async Task<JsonNode> Problem(Task<HttpResponseMessage> answer, HttpStatusCode status)
    {
        using var response = await answer;
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"{(int)response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return JsonNode.Parse(text)!;
    }
}
