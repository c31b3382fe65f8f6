using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IntegrationPlatform.Messaging.Tests.Support;

/// <summary>A replica of a service: a host with messaging on a real database and a real broker.</summary>
public sealed class Service<TDb> : IAsyncDisposable
    where TDb : DbContext
{
    private readonly IHost _host;

    internal Service(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    /// <summary>The bus itself, which sends past the outbox: what another system would put on the broker.</summary>
    public IBus Bus => Services.GetRequiredService<IBus>();

    internal Task StartAsync() => _host.StartAsync();

    /// <summary>Waits for the bus: queues exist once it is connected, and only then does an event find its subscribers.</summary>
    public Task ConnectedAsync() =>
        Services
            .GetRequiredService<IBusControl>()
            .WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromMinutes(1));

    public async Task InScopeAsync(Func<IServiceProvider, TDb, Task> act)
    {
        await using var scope = Services.CreateAsyncScope();
        await act(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<TDb>());
    }

    public async Task<T> QueryAsync<T>(Func<TDb, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    /// <summary>Publishes as an endpoint does: into the outbox, with the context's other changes.</summary>
    public Task PublishAsync(params object[] messages) =>
        InScopeAsync(
            async (scope, db) =>
            {
                foreach (var message in messages)
                {
                    await scope.GetRequiredService<IPublishEndpoint>().Publish(message);
                }

                await db.SaveChangesAsync();
            }
        );

    /// <summary>Sends to one receiver as an endpoint does.</summary>
    public Task SendAsync<T>(string address, T message)
        where T : class =>
        InScopeAsync(
            async (scope, db) =>
            {
                var endpoint = await scope
                    .GetRequiredService<ISendEndpointProvider>()
                    .GetSendEndpoint(new Uri(address));
                await endpoint.Send(message);
                await db.SaveChangesAsync();
            }
        );

    public Task<int> CountAsync(Guid about, string what) =>
        QueryAsync(db => db.Set<Effect>().CountAsync(e => e.About == about && e.What == what));

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}

/// <summary>Starts services.</summary>
public static class Service
{
    public static Task<Service<ShopDb>> StartAsync(
        Servers servers,
        Action<MessagingBuilder<ShopDb>> configure,
        Action<IServiceCollection>? services = null,
        bool waitForBroker = true
    ) => StartAsync<ShopDb>(servers, "shop", configure, services, waitForBroker);

    public static async Task<Service<TDb>> StartAsync<TDb>(
        Servers servers,
        string name,
        Action<MessagingBuilder<TDb>> configure,
        Action<IServiceCollection>? services = null,
        bool waitForBroker = true
    )
        where TDb : DbContext
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        if (Environment.GetEnvironmentVariable("SHOW_LOGS") is { Length: > 0 })
        {
            builder.Logging.AddConsole().AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        }

        builder.Configuration["ConnectionStrings:rabbitmq"] = servers.Broker;
        builder.Services.AddDbContextPool<TDb>(db => db.UseNpgsql(servers.Database));
        services?.Invoke(builder.Services);
        builder.Services.AddMessaging<TDb>(
            name,
            messaging =>
            {
                messaging.Options.Retries = [TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(20)];
                configure(messaging);
            }
        );
        var service = new Service<TDb>(builder.Build());
        await service.InScopeAsync((_, db) => db.CreateTablesAsync());
        await service.StartAsync();
        if (waitForBroker)
        {
            await service.ConnectedAsync();
        }

        return service;
    }
}
