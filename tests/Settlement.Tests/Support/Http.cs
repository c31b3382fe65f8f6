using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationPlatform.Settlement.Tests.Support;

/// <summary>Requests and what came back.</summary>
internal static class Http
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerOptions.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static async Task<Answer> Post(this HttpClient client, string path, object? body = null)
    {
        using var answer = await client.PostAsJsonAsync(
            new Uri($"/settlement/v1/{path}", UriKind.Relative),
            body ?? new { },
            Json
        );
        return await Answer.Of(answer);
    }

    public static async Task<Answer> Get(this HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri($"/settlement/v1/{path}", UriKind.Relative));
        return await Answer.Of(answer);
    }
}

/// <summary>An answer.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Body">Its body as JSON; undefined when there is none.</param>
internal sealed record Answer(HttpStatusCode Status, JsonElement Body)
{
    public JsonElement this[string member] => Body.GetProperty(member);

    public static async Task<Answer> Of(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return new Answer(response.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }

    /// <summary>It succeeded; the message says what it was otherwise.</summary>
    public Answer Ok()
    {
        Assert.True((int)Status < 300, $"{Status} {Body}");
        return this;
    }

    /// <summary>It was refused as stated.</summary>
    public void Refused(int status, string problem)
    {
        Assert.True((int)Status == status, $"{Status} {Body}");
        Assert.Equal($"/problems/{problem}", this["type"].GetString());
    }

    /// <summary>It was refused because of one member, by a rule.</summary>
    public void Invalid(string pointer, string rule)
    {
        Refused(400, "invalid-request");
        var error = Assert.Single(this["errors"].EnumerateArray());
        Assert.Equal(
            (pointer, rule),
            (error.GetProperty("pointer").GetString(), error.GetProperty("rule").GetString())
        );
    }
}
