using IntegrationPlatform.Guidance;
using IntegrationPlatform.Guidance.AddContribution;
using IntegrationPlatform.Guidance.Cases;
using IntegrationPlatform.Guidance.CollectSection;
using IntegrationPlatform.Guidance.CommentNote;
using IntegrationPlatform.Guidance.DraftNote;
using IntegrationPlatform.Guidance.ExportResident;
using IntegrationPlatform.Guidance.Queue;
using IntegrationPlatform.Guidance.ReadCase;
using IntegrationPlatform.Guidance.ReadLog;
using IntegrationPlatform.Guidance.ReadNotes;
using IntegrationPlatform.Guidance.ReadQueue;
using IntegrationPlatform.Guidance.RecordSession;
using IntegrationPlatform.Guidance.SignNote;
using IntegrationPlatform.Hosting;
using IntegrationPlatform.Hosting.Sealing;
using IntegrationPlatform.Messaging;
using IntegrationPlatform.Persistence.Database;
using IntegrationPlatform.Persistence.Personal;
using IntegrationPlatform.Persistence.Requests;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDatabase<GuidanceDb>("guidance-db");
builder.AddVault();
builder.Services.AddSingleton<SectionSeal>();
builder.AddMessaging<GuidanceDb>(
    "guidance",
    messaging =>
        messaging.AddConsumer<CareerCentreQueue>().AddConsumer<CollectSection>().AddSaga<GuidanceSaga, GuidanceCase>()
);
var app = builder.Build();
app.UseServiceDefaults();
var v1 = app.MapService<GuidanceDb>("guidance");
ReadCase.Map(v1);
ReadQueue.Map(v1);
RecordSession.Map(v1);
AddContribution.Map(v1);
DraftNote.Map(v1);
CommentNote.Map(v1);
SignNote.Map(v1);
ReadNotes.Map(v1);
ReadLog.Map(v1);
ExportResident.Map(v1);
return await app.RunAsync<GuidanceDb>(args);

/// <summary>The guidance service: cases, sessions and the counsellor's note (GUI-1 to GUI-4).</summary>
public partial class Program;
