using IntegrationPlatform.Hosting;
using IntegrationPlatform.Messaging;
using IntegrationPlatform.Persistence.Database;
using IntegrationPlatform.Persistence.Requests;

namespace IntegrationPlatform.Benchmarks.Intake;

/// <summary>The service that takes requests, set up as every service of the platform is.</summary>
internal static class IntakeService
{
    public const string Name = "intake";

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddServiceDefaults();
        builder.AddDatabase<IntakeDb>(Name);
        builder.Services.AddSingleton<CommitTimes>();
        builder.Services.ConfigureDbContext<IntakeDb>(
            (services, db) => db.AddInterceptors(services.GetRequiredService<CommitTimes>())
        );
        builder.AddMessaging<IntakeDb>(
            Name,
            messaging => messaging.AddGroupCommit<Arrival>(RegisterArrivalHot.WriteAsync)
        );
        await using var app = builder.Build();
        app.UseServiceDefaults();
        CommitTimes.Map(app);
        var v1 = app.MapService<IntakeDb>(Name);
        RegisterArrival.Map(v1);
        RegisterArrivalHot.Map(app);
        TakeStep.Map(v1);
        await app.RunAsync();
    }
}
