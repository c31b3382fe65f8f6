using System.Net;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Persistence;
using IntegrationPlatform.Persistence.Database;
using IntegrationPlatform.Persistence.Requests;
using IntegrationPlatform.Tests.Support;
using IntegrationPlatform.Tests.Support.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Gateway.Tests;

/// <summary>Repeating a request through the gateway, to two replicas of a service with a real database.</summary>
public sealed class ReplayTests
{
    [Fact]
    public async Task A_repeated_request_is_done_once_whichever_replica_it_meets()
    {
        var database = await TestServers.NewDatabaseAsync("replay");
        await using var one = await Service(database);
        await using var two = await Service(database);
        await using (var scope = one.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Keys>().Database.EnsureCreatedAsync();
        }

        // The gateway leaves out a replica that does not say in time that it is ready, as it may while it is cold.
        await Task.WhenAll(one.ReadyAsync(), two.ReadyAsync());
        await using var gateway = RunningGateway.Start(
            new Dictionary<string, Uri[]> { ["mapping"] = [one.Address, two.Address] }
        );
        var client = gateway.As("974760746", "mapping.write");

        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 6; i++)
        {
            answers.Add(await client.PostJson("/mapping/v1/residents", "{}", "one-key"));
        }

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        var bodies = await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()));
        Assert.Single(bodies.Distinct(StringComparer.Ordinal));
        Assert.Equal(422, (await Problem.Of(await client.PostJson("/mapping/v1/residents", "{ }", "one-key"))).Status);
    }

    private static Task<TestApp> Service(string database) =>
        TestApp.StartAsync(
            app =>
                app.MapService<Keys>("mapping")
                    .MapPost("/residents", (Empty _) => TypedResults.Created("/mapping/v1/residents/1", Guid.NewGuid()))
                    .RequireScope("mapping.write"),
            builder => builder.AddDatabase<Keys>("mapping-db"),
            new Dictionary<string, string?> { ["ConnectionStrings:mapping-db"] = database }
        );

    private sealed record Empty;

    private sealed class Keys(DbContextOptions<Keys> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddPersistence();

        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
            configurationBuilder.UsePlatformConventions();
    }
}
