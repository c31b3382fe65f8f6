using System.Net.Http.Json;
using System.Text.Json;
using IntegrationPlatform.Messaging.Operations;
using IntegrationPlatform.Messaging.Tests.Support;
using IntegrationPlatform.Tests.Support;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IntegrationPlatform.Messaging.Tests;

public sealed class OperationsTests
{
    [Fact]
    public async Task An_operator_sees_error_queues_and_redrives_them_over_http()
    {
        var servers = await Servers.NewAsync();
        var script = new Script { Fault = _ => new InvalidMessageException("No.") };
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Configuration["ConnectionStrings:rabbitmq"] = servers.Broker;
        builder.Services.AddSingleton(script);
        builder.Services.AddDbContextPool<ShopDb>(db => db.UseNpgsql(servers.Database));
        builder.AddMessaging<ShopDb>("shop", m => m.AddConsumer<Scripted>());
        await using var app = builder.Build();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ShopDb>().CreateTablesAsync();
        }

        await app.StartAsync();
        using var client = app.GetTestClient();
        var health = app.Services.GetRequiredService<HealthCheckService>();
        await Eventually.Becomes(
            HealthStatus.Healthy,
            async () => (await health.CheckHealthAsync(check => check.Tags.Contains("ready"))).Status
        );
        var order = Guid.NewGuid();
        await app.Services.GetRequiredService<IBus>().Publish(new OrderPlaced(order, 1));
        await Eventually.Becomes(
            "shop-scripted: 1",
            async () =>
            {
                var report = await client.GetFromJsonAsync<MessagingReport>("/operations/messaging");
                return string.Join(", ", report!.ErrorQueues!.Select(q => $"{q.Queue}: {q.Messages}"));
            }
        );

        script.Fault = _ => null;
        var redriven = await client.PostAsync(new Uri("/operations/redrive", UriKind.Relative), null);
        Assert.Equal(new Redriven(0, 1), await redriven.Content.ReadFromJsonAsync<Redriven>(JsonSerializerOptions.Web));
        await Eventually.Holds(
            "the redriven message has its effect",
            async () =>
            {
                await using var scope = app.Services.CreateAsyncScope();
                return await scope.ServiceProvider.GetRequiredService<ShopDb>().Effects.AnyAsync(e => e.About == order);
            }
        );
    }
}
