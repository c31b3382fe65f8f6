using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
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

    public async Task InScopeAsync(Func<IServiceProvider, Task> act)
    {
        await using var scope = Services.CreateAsyncScope();
        await act(scope.ServiceProvider);
    }

    public async Task<T> QueryAsync<T>(Func<TDb, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}

/// <summary>Starts services.</summary>
public static class Service
{
    public static async Task<Service<TDb>> StartAsync<TDb>(
        Servers servers,
        string name,
        Action<MessagingBuilder<TDb>> configure,
        Action<IServiceCollection>? services = null
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
        builder.Services.AddMessaging(name, configure);
        var host = builder.Build();
        var service = new Service<TDb>(host);
        await service.InScopeAsync(async scope => await scope.GetRequiredService<TDb>().Database.EnsureCreatedAsync());
        await host.StartAsync();
        return service;
    }
}
