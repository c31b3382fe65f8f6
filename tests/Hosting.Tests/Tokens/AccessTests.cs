using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IntegrationPlatform.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace IntegrationPlatform.Hosting.Tests.Tokens;

/// <summary>Who gets in, and how the others are told.</summary>
public sealed class AccessTests(Guarded guarded) : IClassFixture<Guarded>
{
    private const string Imdi = "987879696";
    private const string Centre = "974760746";

    [Fact]
    public async Task A_token_stands_for_its_organisation_client_and_scopes()
    {
        var caller = await guarded
            .App.As(Centre, "mapping.read", "mapping.write")
            .GetFromJsonAsync<JsonObject>("/whoami");

        Assert.Equal(Centre, caller!["organisation"]!.GetValue<string>());
        Assert.Equal($"client-of-{Centre}", caller["client"]!.GetValue<string>());
        Assert.Null(caller["supplier"]);
        Assert.Equal(
            ["imdi:integrering/mapping.read", "imdi:integrering/mapping.write"],
            caller["scopes"]!.AsArray().Select(scope => scope!.GetValue<string>())
        );
    }

    [Fact]
    public async Task A_delegated_token_names_its_supplier()
    {
        var claims = TestTokens.Claims(Centre, "mapping.read");
        claims["supplier"] = TestTokens.Party(Imdi);

        var caller = await guarded.App.WithToken(TestTokens.Sign(claims)).GetFromJsonAsync<JsonObject>("/whoami");

        Assert.Equal(Centre, caller!["organisation"]!.GetValue<string>());
        Assert.Equal(Imdi, caller["supplier"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_request_without_a_token_is_told_to_bring_one()
    {
        var response = await guarded.App.Anonymous().GetAsync("/whoami");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Assert.Equal("/problems/access-token-missing", (await Problem.Of(response)).Type);
    }

    [Fact]
    public async Task A_token_without_the_scope_is_forbidden_and_told_which_one()
    {
        var response = await guarded.App.As(Centre, "mapping.write").GetAsync("/read");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(
            "Bearer error=\"insufficient_scope\", scope=\"imdi:integrering/mapping.read\"",
            response.Headers.WwwAuthenticate.ToString()
        );
        Assert.Equal("/problems/not-allowed", (await Problem.Of(response)).Type);
    }

    [Theory]
    [InlineData("imdi:integrering/mapping.readonly")]
    [InlineData("imdi:integrering/mapping.read,imdi:integrering/mapping.write")]
    [InlineData("IMDI:INTEGRERING/MAPPING.READ")]
    [InlineData("mapping.read")]
    public async Task A_scope_is_a_whole_word(string scope)
    {
        var claims = TestTokens.Claims(Centre);
        claims["scope"] = scope;

        var response = await guarded.App.WithToken(TestTokens.Sign(claims)).GetAsync("/read");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task An_act_of_one_directorate_is_forbidden_to_all_others()
    {
        Assert.Equal(HttpStatusCode.OK, (await guarded.App.As(Imdi, "x").GetAsync("/imdi")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await guarded.App.As(Centre, "x").GetAsync("/imdi")).StatusCode);
    }

    [Fact]
    public async Task Nobody_comes_in_where_the_endpoint_says_nothing()
    {
        await using var app = await TestApp.StartAsync(app => app.MapGet("/silent", () => "in"));

        Assert.Equal(HttpStatusCode.Unauthorized, (await app.Anonymous().GetAsync("/silent")).StatusCode);
    }
}
