using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IntegrationPlatform.Mapping.Tests.Support;

namespace IntegrationPlatform.Mapping.Tests;

/// <summary>The service describes its API (OpenAPI).</summary>
[Collection(MappingService.Name)]
public sealed class DescriptionTests(MappingFixture fixture)
{
    [Fact]
    public async Task Every_act_has_a_summary()
    {
        using var anybody = fixture.Anonymous();

        var description = (await anybody.GetFromJsonAsync<JsonObject>("/openapi.json"))!;

        var operations = description["paths"]!
            .AsObject()
            .Where(path => path.Key.StartsWith("/mapping/v1/", StringComparison.Ordinal))
            .SelectMany(path => path.Value!.AsObject().Select(o => (Name: $"{o.Key} {path.Key}", Body: o.Value!)))
            .ToList();
        Assert.Contains(operations, o => o.Name == "post /mapping/v1/residents/{id}/mapping");
        Assert.Empty(operations.Where(o => o.Body["summary"] is null).Select(o => o.Name));
    }
}
