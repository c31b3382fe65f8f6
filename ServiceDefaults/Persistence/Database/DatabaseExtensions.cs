using IntegrationPlatform.Persistence.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IntegrationPlatform.Persistence.Database;

/// <summary>A service's one database: its context, its readiness and its migrations.</summary>
public static class DatabaseExtensions
{
    // On each connection: a statement that comes again is parsed and planned once. PostgreSQL spends a third less on it.
    private const int MostPrepared = 100;

    /// <summary>Adds the service's database.</summary>
    /// <param name="builder">The service's builder.</param>
    /// <param name="connectionName">The connection string's name; the start stops with it when it is missing.</param>
    public static WebApplicationBuilder AddDatabase<TDb>(this WebApplicationBuilder builder, string connectionName)
        where TDb : DbContext
    {
        // Read when first used: test hosts add configuration after this line.
        builder.Services.AddSingleton(services =>
        {
            var connection =
                services.GetRequiredService<IConfiguration>().GetConnectionString(connectionName)
                ?? throw new InvalidOperationException($"ConnectionStrings:{connectionName} is missing.");
            var settings = new NpgsqlConnectionStringBuilder(connection)
            {
                MaxAutoPrepare = MostPrepared,
                // Nothing here changes a session: settings and locks are those of a transaction. The reset is seven statements.
                NoResetOnClose = true,
            };

            return new NpgsqlDataSourceBuilder(settings.ConnectionString).Build();
        });
        builder.Services.AddDbContextPool<TDb>(
            (services, options) => options.UseNpgsql(services.GetRequiredService<NpgsqlDataSource>())
        );
        builder.Services.AddHostedService<IdempotencyCleanup<TDb>>();
        builder.Services.AddExceptionHandler<UnkeepableRequests>();
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Warning);
        builder.Services.AddHealthChecks().AddCheck<DatabaseReady<TDb>>("database", tags: ["ready"]);
        return builder;
    }

    /// <summary>Names in snake_case, enums as text: call it from <c>ConfigureConventions</c>.</summary>
    public static ModelConfigurationBuilder UsePlatformConventions(this ModelConfigurationBuilder conventions)
    {
        conventions.Conventions.Add(_ => new SnakeCaseNames());
        conventions.Properties<Enum>().HaveConversion<string>();
        return conventions;
    }

    /// <summary>
    /// Runs the service; with the one argument <c>migrate</c> it brings the database up to date and ends instead.
    /// </summary>
    public static async Task RunAsync<TDb>(this WebApplication app, string[] args)
        where TDb : DbContext
    {
        if (args is ["migrate"])
        {
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<TDb>().Database.MigrateAsync();
            return;
        }

        await app.RunAsync();
    }
}
