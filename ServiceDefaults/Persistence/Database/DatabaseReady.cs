using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IntegrationPlatform.Persistence.Database;

/// <summary>Ready when the database answers and no migration is missing; services never migrate themselves.</summary>
internal sealed class DatabaseReady<TDb>(IServiceScopeFactory scopes) : IHealthCheck
    where TDb : DbContext
{
    private bool _migrated;

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<TDb>().Database;
        if (_migrated)
        {
            return await database.CanConnectAsync(cancellationToken)
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The database does not answer.");
        }

        var missing = (await database.GetPendingMigrationsAsync(cancellationToken)).ToList();
        _migrated = missing.Count == 0;
        return _migrated
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"{missing.Count} migrations are missing, the first is {missing[0]}.");
    }
}
