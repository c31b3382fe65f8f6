using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace IntegrationPlatform.Tests.Support;

/// <summary>Reads what a service answers.</summary>
public static class Answers
{
    /// <summary>Posts a body to a path.</summary>
    public static Task<HttpResponseMessage> Post(this HttpClient client, string path, object? body = null) =>
        client.PostAsJsonAsync(new Uri(path, UriKind.Relative), body ?? new { });

    /// <summary>Posts a body as it stands.</summary>
    public static async Task<HttpResponseMessage> PostText(this HttpClient client, string path, string json)
    {
        using var content = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        return await client.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    /// <summary>Gets a path.</summary>
    public static Task<HttpResponseMessage> Get(this HttpClient client, string path) =>
        client.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>The body of an answer that must be a success.</summary>
    public static async Task<JsonElement> Json(this Task<HttpResponseMessage> answering)
    {
        using var answer = await answering;
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {body}");
        return body.Length == 0 ? default : JsonDocument.Parse(body).RootElement;
    }

    /// <summary>The address of the next page of a list (RFC 8288); null on the last one.</summary>
    public static string? NextPage(this HttpResponseMessage answer) =>
        answer.Headers.TryGetValues("Link", out var links) && links.Single() is var link
            ? link[(link.IndexOf('<', StringComparison.Ordinal) + 1)..link.IndexOf('>', StringComparison.Ordinal)]
            : null;

    /// <summary>The problem of an answer that must be this refusal.</summary>
    /// <param name="answering">The answer.</param>
    /// <param name="status">Its status.</param>
    /// <param name="slug">The last segment of the problem's type.</param>
    public static async Task<Problem> Refused(this Task<HttpResponseMessage> answering, int status, string slug)
    {
        using var answer = await answering;
        Assert.Equal(status, (int)answer.StatusCode);
        var problem = await Problem.Of(answer);
        Assert.Equal($"/problems/{slug}", problem.Type);
        return problem;
    }

    /// <summary>The pointers of an answer that must refuse members of the request.</summary>
    public static async Task<IEnumerable<string>> RefusedMembers(this Task<HttpResponseMessage> answering) =>
        (await answering.Refused(400, "invalid-request")).Errors.Keys;
}
