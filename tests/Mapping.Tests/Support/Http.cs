using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace IntegrationPlatform.Mapping.Tests.Support;

/// <summary>What is read from the answers.</summary>
internal static class Http
{
    /// <summary>The body, after the status was as expected.</summary>
    public static async Task<JsonObject> ReadAs(this HttpResponseMessage answer, HttpStatusCode expected)
    {
        Assert.True(
            answer.StatusCode == expected,
            $"{answer.StatusCode} instead of {expected}: {await answer.Content.ReadAsStringAsync()}"
        );
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    /// <summary>The body of a list.</summary>
    public static async Task<JsonArray> ReadList(this HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonArray>())!;
    }

    /// <summary>Asserts a refusal that names one member and its rule.</summary>
    public static async Task RefusesMember(this HttpResponseMessage answer, string pointer, string? rule)
    {
        var problem = await answer.ReadAs(HttpStatusCode.BadRequest);
        var error = Assert.Single(problem["errors"]!.AsArray())!;
        Assert.Equal(pointer, (string?)error["pointer"]);
        Assert.Equal(rule, (string?)error["rule"]);
    }
}
