using IntegrationPlatform.Hosting;
using IntegrationPlatform.Hosting.Sealing;
using IntegrationPlatform.Mapping;
using IntegrationPlatform.Mapping.Deadline;
using IntegrationPlatform.Mapping.DecidePermit;
using IntegrationPlatform.Mapping.EraseResident;
using IntegrationPlatform.Mapping.ExportResident;
using IntegrationPlatform.Mapping.GrantException;
using IntegrationPlatform.Mapping.LeaveCentre;
using IntegrationPlatform.Mapping.ListDeadlines;
using IntegrationPlatform.Mapping.ListLanguages;
using IntegrationPlatform.Mapping.ReadLog;
using IntegrationPlatform.Mapping.ReadMapping;
using IntegrationPlatform.Mapping.ReadResident;
using IntegrationPlatform.Mapping.RegisterArrival;
using IntegrationPlatform.Mapping.Residents;
using IntegrationPlatform.Mapping.SendCompetence;
using IntegrationPlatform.Mapping.SubmitMapping;
using IntegrationPlatform.Messaging;
using IntegrationPlatform.Parties;
using IntegrationPlatform.Persistence.Database;
using IntegrationPlatform.Persistence.Personal;
using IntegrationPlatform.Persistence.Requests;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddVault();
builder.AddDatabase<MappingDb>("mapping-db");
builder.AddMessaging<MappingDb>(
    "mapping",
    messaging =>
        messaging
            .AddConsumer<ClusterCopy<MappingDb>>()
            .AddConsumer<LeaveCentre>()
            .AddConsumer<SendCompetence>()
            .AddSaga<MappingDeadlineSaga, MappingDeadline>()
);
builder.Services.AddSingleton<SectionSeal>();
builder.Services.AddScoped<ResidentAccess>();

var app = builder.Build();
app.UseServiceDefaults();
var v1 = app.MapService<MappingDb>("mapping");
RegisterArrival.Map(v1);
ReadResident.Map(v1);
DecidePermit.Map(v1);
SubmitMapping.Map(v1);
ReadMapping.Map(v1);
ListDeadlines.Map(v1);
GrantException.Map(v1);
ReadLog.Map(v1);
ExportResident.Map(v1);
EraseResident.Map(v1);
ListLanguages.Map(v1);
return await app.RunAsync<MappingDb>(args, DufIndexes.RenewAsync);

/// <summary>The mapping service.</summary>
public partial class Program;
