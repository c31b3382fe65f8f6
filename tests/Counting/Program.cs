using IntegrationPlatform.Counting;
using IntegrationPlatform.Counting.Cases;
using IntegrationPlatform.Counting.Counts;
using IntegrationPlatform.Hosting;
using IntegrationPlatform.Messaging;
using IntegrationPlatform.Persistence.Database;
using IntegrationPlatform.Persistence.Requests;

// A service whose effects can be counted, set up as every service of the platform is.
var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDatabase<CountingDb>("counting-db");
builder.AddMessaging<CountingDb>(
    "counting",
    messaging => messaging.AddConsumer<EnterCount>().AddSaga<CaseSaga, CaseState>()
);
builder.Services.AddHostedService<DuplicateLog>();
await using var app = builder.Build();
if (args is ["migrate"])
{
    // It lives for one run: tables and no history of them.
    await using var scope = app.Services.CreateAsyncScope();
    await scope.ServiceProvider.GetRequiredService<CountingDb>().Database.EnsureCreatedAsync();
    return;
}

app.UseServiceDefaults();
OpenCase.Map(app.MapService<CountingDb>("counting"));
await app.RunAsync();
