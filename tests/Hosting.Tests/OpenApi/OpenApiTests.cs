using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IntegrationPlatform.Hosting.Tests.Requests;

namespace IntegrationPlatform.Hosting.Tests.OpenApi;

/// <summary>What a partner reads of a service's API.</summary>
public sealed class OpenApiTests(Register register) : IClassFixture<Register>
{
    [Fact]
    public async Task The_document_says_which_scope_each_operation_needs_and_how_it_refuses()
    {
        var document = await register.App.Anonymous().GetFromJsonAsync<JsonObject>("/openapi.json");

        Assert.StartsWith("3.1", document!["openapi"]!.GetValue<string>());
        Assert.Equal(
            "bearer",
            document["components"]!["securitySchemes"]!["maskinporten"]!["scheme"]!.GetValue<string>()
        );
        var add = document["paths"]!["/register/v1/people"]!["post"]!;
        Assert.Equal("imdi:integrering/register.write", add["security"]![0]!["maskinporten"]![0]!.GetValue<string>());
        Assert.Equal("#/components/parameters/IdempotencyKey", add["parameters"]![0]!["$ref"]!.GetValue<string>());
        Assert.Equal(
            "#/components/schemas/Problem",
            document["components"]!["responses"]!["Refused"]!["content"]!["application/problem+json"]!["schema"]![
                "$ref"
            ]!.GetValue<string>()
        );
        Assert.NotNull(document["components"]!["schemas"]!["Problem"]!["properties"]!["errors"]);
        Assert.NotNull(add["responses"]!["201"]);
        Assert.Null(document["paths"]!["/ready"]);
    }
}
