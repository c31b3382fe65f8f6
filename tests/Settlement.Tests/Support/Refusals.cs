using System.Text.Json;
using IntegrationPlatform.Tests.Support;

namespace IntegrationPlatform.Settlement.Tests.Support;

/// <summary>Reads refusals of a single member.</summary>
internal static class Refusals
{
    /// <summary>The answer must refuse one member and no other, by a rule.</summary>
    public static async Task Invalid(this Task<HttpResponseMessage> answering, string pointer, string rule)
    {
        var problem = await answering.Refused(400, "invalid-request");
        var error = Assert.Single(JsonDocument.Parse(problem.Body).RootElement.GetProperty("errors").EnumerateArray());
        Assert.Equal(
            (pointer, rule),
            (error.GetProperty("pointer").GetString(), error.GetProperty("rule").GetString())
        );
    }
}
