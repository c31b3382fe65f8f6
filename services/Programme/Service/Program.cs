using IntegrationPlatform.Hosting;
using IntegrationPlatform.Hosting.Sealing;
using IntegrationPlatform.Messaging;
using IntegrationPlatform.Parties;
using IntegrationPlatform.Persistence.Database;
using IntegrationPlatform.Persistence.Personal;
using IntegrationPlatform.Persistence.Requests;
using IntegrationPlatform.Programme;
using IntegrationPlatform.Programme.AgreePlan;
using IntegrationPlatform.Programme.CollectSection;
using IntegrationPlatform.Programme.CompleteElement;
using IntegrationPlatform.Programme.DraftPlan;
using IntegrationPlatform.Programme.Enrolments;
using IntegrationPlatform.Programme.ExportResident;
using IntegrationPlatform.Programme.ReadElements;
using IntegrationPlatform.Programme.ReadEnrolment;
using IntegrationPlatform.Programme.ReadLog;
using IntegrationPlatform.Programme.ReadPlans;
using IntegrationPlatform.Programme.RecordCommitment;
using IntegrationPlatform.Programme.RecordNavAssessment;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDatabase<ProgrammeDb>("programme-db");
builder.AddVault();
builder.Services.AddSingleton<SectionSeal>();
builder.AddMessaging<ProgrammeDb>(
    "programme",
    messaging =>
        messaging
            .AddConsumer<ClusterCopy<ProgrammeDb>>()
            .AddConsumer<CollectSection>()
            .AddSaga<EnrolmentSaga, Enrolment>()
);
var app = builder.Build();
app.UseServiceDefaults();
var v1 = app.MapService<ProgrammeDb>("programme");
ReadEnrolment.Map(v1);
RecordCommitment.Map(v1);
RecordNavAssessment.Map(v1);
DraftPlan.Map(v1);
AgreePlan.Map(v1);
ReadPlans.Map(v1);
CompleteElement.Map(v1);
ReadElements.Map(v1);
ReadLog.Map(v1);
ExportResident.Map(v1);
return await app.RunAsync<ProgrammeDb>(args);

/// <summary>The programme service: enrolment, plans and completed elements (PRO-1 to PRO-6).</summary>
public partial class Program;
