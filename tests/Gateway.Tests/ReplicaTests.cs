using System.Net;
using System.Net.Http.Json;
using IntegrationPlatform.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;

namespace IntegrationPlatform.Gateway.Tests;

/// <summary>A service with several replicas, some of which come and go.</summary>
public sealed class ReplicaTests
{
    private const string Centre = "974760746";

    [Fact]
    public async Task Requests_go_to_the_replicas_in_turn()
    {
        await using var one = await Named("one");
        await using var two = await Named("two");
        await using var gateway = Front(one.Address, two.Address);
        var client = gateway.As(Centre, "mapping.write");

        var answers = await Ask(client, 10);

        Assert.Equal(5, answers.Count(name => name == "one"));
        Assert.Equal(5, answers.Count(name => name == "two"));
    }

    [Fact]
    public async Task A_replica_that_cannot_be_connected_to_costs_no_request_not_even_one_that_changes_something()
    {
        await using var one = await Named("one");
        await using var gateway = Front(RunningGateway.Nowhere, one.Address);
        var client = gateway.As(Centre, "mapping.write");

        Assert.All(await Ask(client, 10), name => Assert.Equal("one", name));
    }

    [Fact]
    public async Task A_replica_that_says_it_is_not_ready_gets_no_requests()
    {
        await using var ready = await Named("ready");
        await using var away = await TestApp.StartAsync(
            app => app.MapPost("/mapping/v1/name", () => "away").AllowAnonymous(),
            settings: new Dictionary<string, string?>
            {
                ["Maskinporten:Jwks"] = null,
                ["Maskinporten:Metadata"] = "http://127.0.0.1:9/",
            }
        );
        await using var gateway = Front(ready.Address, away.Address);
        var client = gateway.As(Centre, "mapping.write");

        await Eventually.Holds(
            "it is left out",
            async () => (await Ask(client, 4)).TrueForAll(name => name == "ready")
        );
    }

    [Fact]
    public async Task When_the_only_replica_is_back_it_is_asked_again()
    {
        var first = await Named("first");
        var address = first.Address;
        await using var gateway = Front(address);
        var client = gateway.As(Centre, "mapping.write");
        await Ask(client, 1);
        await first.DisposeAsync();
        var meanwhile = await client.PostAsync("/mapping/v1/name", JsonContent.Create(1));

        await using var again = await Named("again", address);
        await Eventually.Holds(
            "it is asked again",
            async () => (await client.PostAsync("/mapping/v1/name", JsonContent.Create(1))).IsSuccessStatusCode
        );

        Assert.Equal(HttpStatusCode.ServiceUnavailable, meanwhile.StatusCode);
    }

    [Fact]
    public async Task An_organisation_over_its_rate_is_told_when_to_come_back_and_others_are_not()
    {
        await using var one = await Named("one");
        await using var gateway = RunningGateway.Start(
            new Dictionary<string, Uri[]> { ["mapping"] = [one.Address] },
            new Dictionary<string, string> { ["RateLimit:PerSecond"] = "1", ["RateLimit:Burst"] = "3" }
        );
        var client = gateway.As(Centre, "mapping.write");
        await Ask(client, 3);

        var over = await client.PostAsync("/mapping/v1/name", JsonContent.Create(1));
        var other = await gateway.As("987879696", "mapping.write").PostAsync("/mapping/v1/name", JsonContent.Create(1));

        Assert.Equal(
            (429, "/problems/too-many-requests"),
            (await Problem.Of(over)) is var p ? (p.Status, p.Type) : default
        );
        Assert.NotNull(over.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Theory]
    [InlineData("services:mapping:http:0", "no address")]
    [InlineData("Maskinporten:Issuer", "")]
    public async Task A_gateway_with_a_wrong_setting_does_not_start_and_names_it(string setting, string value)
    {
        var fault = await Record.ExceptionAsync(async () =>
        {
            await using var gateway = RunningGateway.Start(
                new Dictionary<string, Uri[]>(),
                new Dictionary<string, string> { [setting] = value }
            );
        });

        Assert.Contains(setting, fault!.ToString(), StringComparison.Ordinal);
    }

    private static RunningGateway Front(params Uri[] replicas) =>
        RunningGateway.Start(new Dictionary<string, Uri[]> { ["mapping"] = replicas });

    private static Task<TestApp> Named(string name, Uri? address = null) =>
        TestApp.StartAsync(
            app => app.MapPost("/mapping/v1/name", ([FromBody] int number) => $"{name}").AllowAnonymous(),
            settings: address is null ? [] : new Dictionary<string, string?> { ["urls"] = address.ToString() }
        );

    private static async Task<List<string>> Ask(HttpClient client, int times)
    {
        var answers = new List<string>();
        for (var i = 0; i < times; i++)
        {
            var answer = await client.PostAsync("/mapping/v1/name", JsonContent.Create(i));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            answers.Add(await answer.Content.ReadAsStringAsync());
        }

        return answers;
    }
}
