using IntegrationPlatform.Persistence.Audit;
using IntegrationPlatform.Persistence.Personal;
using IntegrationPlatform.Persistence.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IntegrationPlatform.Persistence.Database;

/// <summary>A service's one database: its context, its readiness and its migrations.</summary>
public static partial class DatabaseExtensions
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
        builder.Services.AddSingleton<AuditKeys>();
        builder.Services.AddSingleton<IStartupFilter, AuditRoutes<TDb>>();
        builder.Services.AddSingleton<AuditSealer<TDb>>();
        builder.Services.AddHostedService(services => services.GetRequiredService<AuditSealer<TDb>>());
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.Warning);
        // One for all questions: it remembers that no migration was missing.
        builder.Services.AddSingleton<DatabaseReady<TDb>>();
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
    /// Runs the service; with one of these arguments it does that and ends instead: <c>migrate</c> brings the database up
    /// to date, <c>verify-audit</c> recomputes the audit's chain, <c>rewrap-keys</c> wraps residents' keys with a new
    /// master key.
    /// </summary>
    /// <param name="app">The service.</param>
    /// <param name="args">The program's arguments.</param>
    /// <param name="besideRewrapping">What else of residents depends on the master key.</param>
    /// <returns>The exit code: 1 when what was verified does not hold.</returns>
    public static async Task<int> RunAsync<TDb>(
        this WebApplication app,
        string[] args,
        Func<TDb, Vault, IReadOnlyList<ResidentKey>, CancellationToken, Task>? besideRewrapping = null
    )
        where TDb : DbContext
    {
        Func<TDb, Task<int>>? once = args switch
        {
            ["migrate"] => MigrateAsync,
            ["verify-audit"] => app.VerifyAuditAsync,
            ["rewrap-keys"] => db => app.RewrapKeysAsync(db, besideRewrapping),
            _ => null,
        };
        if (once is null)
        {
            await app.RunAsync();
            return 0;
        }

        await using var scope = app.Services.CreateAsyncScope();
        return await once(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    private static async Task<int> MigrateAsync(DbContext db)
    {
        await db.Database.MigrateAsync();
        return 0;
    }

    private static async Task<int> VerifyAuditAsync(this WebApplication app, DbContext db)
    {
        var report = await VerifyAudit.RunAsync(db, app.Services.GetRequiredService<AuditKeys>());
        if (report.Broken is { } broken)
        {
            AuditBroken(app.Logger, broken, report.Entries, report.Seals);
            return 1;
        }

        AuditHolds(app.Logger, report.Entries, report.Seals, report.Open);
        return 0;
    }

    private static async Task<int> RewrapKeysAsync<TDb>(
        this WebApplication app,
        TDb db,
        Func<TDb, Vault, IReadOnlyList<ResidentKey>, CancellationToken, Task>? beside
    )
        where TDb : DbContext
    {
        var wrapped = await RewrapKeys.RunAsync(db, app.Services.GetRequiredService<Vault>(), beside);
        Rewrapped(app.Logger, wrapped);
        return 0;
    }

    [LoggerMessage(
        LogLevel.Information,
        "The audit holds: {Entries} entries under {Seals} seals; {Open} entries are not sealed yet."
    )]
    private static partial void AuditHolds(ILogger logger, long entries, long seals, int open);

    [LoggerMessage(
        LogLevel.Critical,
        "The audit is broken: {Fault}. The {Entries} entries under the {Seals} seals before hold."
    )]
    private static partial void AuditBroken(ILogger logger, string fault, long entries, long seals);

    [LoggerMessage(LogLevel.Information, "{Count} keys were wrapped anew; none is left under a former master key.")]
    private static partial void Rewrapped(ILogger logger, int count);
}
