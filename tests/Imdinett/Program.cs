using IntegrationPlatform.Imdinett.Pages;
using IntegrationPlatform.Imdinett.Receiving;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 1_000_000);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(services => SignatureCheck.From(services.GetRequiredService<IConfiguration>()));
builder.Services.AddSingleton(services => Inbox.Open(services.GetRequiredService<IConfiguration>()["Imdinett:Folder"]));
builder.Services.AddSingleton<Faults>();
var app = builder.Build();

// Read what was acknowledged before the first event, and stop at once when a setting is missing.
app.Services.GetRequiredService<Inbox>();
app.Services.GetRequiredService<SignatureCheck>();
app.MapGet("/live", () => TypedResults.Ok());
app.MapGet("/ready", () => TypedResults.Ok());
ReceiveEvent.Map(app);
Reports.Map(app);
InboxPages.Map(app);
await app.RunAsync();
