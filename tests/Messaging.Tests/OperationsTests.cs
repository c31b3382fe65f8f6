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

/// <summary>What an operator does over HTTP, with a service as it runs.</summary>
public sealed class OperationsTests : IAsyncLifetime
{
    private const string Nobody = "nobody-listens";
    private readonly Guid _order = Guid.NewGuid();
    private readonly Script _script = new();
    private WebApplication _app = null!;
    private HttpClient _client = null!;
    private RawBroker _raw = null!;

    [Fact]
    public async Task An_operator_sees_error_queues_and_redrives_them()
    {
        _script.Fault = _ => new InvalidMessageException("No.");
        await _app.Services.GetRequiredService<IBus>().Publish(new OrderPlaced(_order, 1));
        await Eventually.Becomes(
            "shop-scripted: 1",
            async () => string.Join(", ", (await ReportAsync()).ErrorQueues!.Select(q => $"{q.Queue}: {q.Messages}"))
        );

        _script.Fault = _ => null;
        Assert.Equal(new Redriven(0, 1), await RedriveAsync());
        await Eventually.Becomes(1, () => InDatabaseAsync(db => db.Effects.CountAsync(e => e.About == _order)));
    }

    [Fact]
    public async Task An_operator_sees_what_waits_and_what_is_parked_and_redrives_it()
    {
        await using (var scope = _app.Services.CreateAsyncScope())
        {
            var endpoints = scope.ServiceProvider.GetRequiredService<ISendEndpointProvider>();
            var nobody = await endpoints.GetSendEndpoint(new Uri($"exchange:{Nobody}"));
            await nobody.Send(new OrderPlaced(_order, 1));
            var scheduler = scope.ServiceProvider.GetRequiredService<IMessageScheduler>();
            await scheduler.SchedulePublish(TimeSpan.FromDays(14), new PaymentOverdue(_order));
            await scope.ServiceProvider.GetRequiredService<ShopDb>().SaveChangesAsync();
        }

        await Eventually.Becomes(1L, async () => (await ReportAsync()).Outbox.Parked);
        var report = await ReportAsync();
        Assert.Equal((0, 1), (report.Outbox.Waiting, report.Outbox.Scheduled));
        Assert.Equal($"exchange:{Nobody}", Assert.Single(report.Parked).Destination);

        await _raw.DeclareAsync(Nobody);
        Assert.Equal(new Redriven(1, 0), await RedriveAsync());
        Assert.Equal(report.Parked[0].MessageId.ToString(), (await _raw.TakeAsync(Nobody)).BasicProperties.MessageId);
    }

    public async Task InitializeAsync()
    {
        var servers = await Servers.NewAsync();
        _raw = await RawBroker.ConnectAsync(servers.Broker);
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Configuration["ConnectionStrings:rabbitmq"] = servers.Broker;
        builder.Services.AddSingleton(_script);
        builder.Services.AddDbContextPool<ShopDb>(db => db.UseNpgsql(servers.Database));
        builder.AddMessaging<ShopDb>(
            "shop",
            m => m.AddConsumer<Scripted>().Options.LongestWait = TimeSpan.FromMilliseconds(100)
        );
        _app = builder.Build();
        await InDatabaseAsync(async db =>
        {
            await db.CreateTablesAsync();
            return db;
        });
        await _app.StartAsync();
        _client = _app.GetTestClient();
        var health = _app.Services.GetRequiredService<HealthCheckService>();
        await Eventually.Becomes(
            HealthStatus.Healthy,
            async () => (await health.CheckHealthAsync(check => check.Tags.Contains("ready"))).Status
        );
    }

    public async Task DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _raw.DisposeAsync();
    }

    private async Task<MessagingReport> ReportAsync() =>
        (await _client.GetFromJsonAsync<MessagingReport>("/operations/messaging"))!;

    private async Task<Redriven> RedriveAsync()
    {
        using var answer = await _client.PostAsync(new Uri("/operations/redrive", UriKind.Relative), null);
        return (await answer.Content.ReadFromJsonAsync<Redriven>(JsonSerializerOptions.Web))!;
    }

    private async Task<T> InDatabaseAsync<T>(Func<ShopDb, Task<T>> act)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<ShopDb>());
    }
}
