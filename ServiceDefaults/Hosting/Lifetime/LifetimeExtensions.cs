using IntegrationPlatform.Hosting.Health;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Hosting.Lifetime;

/// <summary>How a process starts, says that it is ready, and stops.</summary>
internal static class LifetimeExtensions
{
    public static IServiceCollection AddLifetime(this IServiceCollection services)
    {
        services.AddHostedService<ProductionGuard>();
        services.AddSingleton<Drain>();
        services.AddHostedService(provider => provider.GetRequiredService<Drain>());
        services
            .AddHealthChecks()
            .AddCheck<Drain>("process", tags: [HealthRoutes.StartupTag, HealthRoutes.ReadyTag])
            .AddCheck<TokensReady>("tokens", tags: [HealthRoutes.ReadyTag]);
        return services;
    }
}
