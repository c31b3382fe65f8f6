using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using IntegrationPlatform.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IntegrationPlatform.Hosting.Tests.Health;

/// <summary>What an orchestrator is told.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task A_started_process_is_live_started_and_ready_and_names_its_checks()
    {
        await using var app = await TestApp.StartAsync(_ => { });

        Assert.Equal(HttpStatusCode.OK, (await app.Anonymous().GetAsync("/live")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.Anonymous().GetAsync("/startup")).StatusCode);
        var ready = await app.Anonymous().GetFromJsonAsync<JsonObject>("/ready");
        Assert.Equal("healthy", ready!["status"]!.GetValue<string>());
        Assert.Equal(["process", "tokens"], ready["checks"]!.AsObject().Select(check => check.Key));
    }

    [Fact]
    public async Task A_failing_check_makes_it_not_ready_but_live_and_shows_no_exception()
    {
        await using var app = await TestApp.StartAsync(
            _ => { },
            builder =>
                builder
                    .Services.AddHealthChecks()
                    .AddCheck("away", () => throw new InvalidOperationException("Password=secret"), tags: ["ready"])
        );

        var response = await app.Anonymous().GetAsync("/ready");
        var body = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("unhealthy", JsonNode.Parse(body)!["checks"]!["away"]!["status"]!.GetValue<string>());
        Assert.DoesNotContain("secret", body);
        Assert.Equal(HttpStatusCode.OK, (await app.Anonymous().GetAsync("/live")).StatusCode);
    }

    [Fact]
    public async Task A_check_without_the_tag_does_not_count()
    {
        await using var app = await TestApp.StartAsync(
            _ => { },
            builder => builder.Services.AddHealthChecks().AddCheck("other", () => HealthCheckResult.Unhealthy())
        );

        Assert.Equal(HttpStatusCode.OK, (await app.Anonymous().GetAsync("/ready")).StatusCode);
    }
}
