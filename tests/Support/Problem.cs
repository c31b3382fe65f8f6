using System.Text.Json;
using Xunit;

namespace IntegrationPlatform.Tests.Support;

/// <summary>A problem detail as a client reads it.</summary>
public sealed record Problem(int Status, string Type, string? Title, string? Detail, string? TraceId, string Body)
{
    /// <summary>Reads a response that must be one.</summary>
    public static async Task<Problem> Of(HttpResponseMessage response)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var body = await response.Content.ReadAsStringAsync();
        var json = JsonDocument.Parse(body).RootElement;
        Assert.Equal((int)response.StatusCode, json.GetProperty("status").GetInt32());
        return new Problem(
            (int)response.StatusCode,
            json.GetProperty("type").GetString()!,
            Text(json, "title"),
            Text(json, "detail"),
            Text(json, "traceId"),
            body
        );
    }

    /// <summary>The number of the rule behind it, if there is one.</summary>
    public string? Rule => Text(JsonDocument.Parse(Body).RootElement, "rule");

    /// <summary>The pointers of its field errors with their details.</summary>
    public IReadOnlyDictionary<string, string> Errors =>
        JsonDocument
            .Parse(Body)
            .RootElement.GetProperty("errors")
            .EnumerateArray()
            .ToDictionary(
                error => error.GetProperty("pointer").GetString()!,
                error => error.GetProperty("detail").GetString()!
            );

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var member) ? member.GetString() : null;
}

/// <summary>Sends JSON as it stands.</summary>
public static class Posting
{
    /// <summary>Posts a body, with an Idempotency-Key where one is given.</summary>
    public static Task<HttpResponseMessage> PostJson(
        this HttpClient client,
        string path,
        string json,
        string? key = null
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(json, System.Text.Encoding.UTF8, "application/json"),
        };
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        return client.SendAsync(request);
    }
}
