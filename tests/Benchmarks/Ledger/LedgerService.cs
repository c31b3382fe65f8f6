using IntegrationPlatform.Hosting;
using IntegrationPlatform.Messaging;
using IntegrationPlatform.Persistence.Database;

namespace IntegrationPlatform.Benchmarks.Ledger;

/// <summary>The service that consumes, set up as every service of the platform is.</summary>
internal static class LedgerService
{
    public const string Name = "ledger";

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddServiceDefaults();
        builder.AddDatabase<LedgerDb>(Name);
        builder.Services.AddSingleton<CommitTimes>();
        builder.Services.ConfigureDbContext<LedgerDb>(
            (services, db) => db.AddInterceptors(services.GetRequiredService<CommitTimes>())
        );
        builder.AddMessaging<LedgerDb>(
            Name,
            messaging =>
                messaging.AddConsumer<EnterArrival>().AddConsumer<EnterArrivals>().AddSaga<CaseSaga, CaseState>()
        );
        await using var app = builder.Build();
        app.UseServiceDefaults();
        CommitTimes.Map(app);
        await app.RunAsync();
    }
}
