using IntegrationPlatform.Hosting;
using IntegrationPlatform.Hosting.Sealing;
using IntegrationPlatform.Mapping;
using IntegrationPlatform.Mapping.Deadline;
using IntegrationPlatform.Mapping.PersonalData;
using IntegrationPlatform.Mapping.RegisterArrival;
using IntegrationPlatform.Messaging;
using IntegrationPlatform.Parties;
using IntegrationPlatform.Persistence.Database;
using IntegrationPlatform.Persistence.Requests;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddVault();
builder.AddDatabase<MappingDb>("mapping-db");
builder.AddMessaging<MappingDb>(
    "mapping",
    messaging => messaging.AddConsumer<ClusterCopy<MappingDb>>().AddSaga<MappingDeadlineSaga, MappingDeadline>()
);
builder.Services.AddSingleton<SectionSeal>();

var app = builder.Build();
app.UseServiceDefaults();
var v1 = app.MapService<MappingDb>("mapping");
RegisterArrival.Map(v1);
await app.RunAsync<MappingDb>(args);

/// <summary>The mapping service.</summary>
public partial class Program;
