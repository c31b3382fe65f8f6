using IntegrationPlatform.Hosting;
using IntegrationPlatform.Hosting.Sealing;
using IntegrationPlatform.Messaging;
using IntegrationPlatform.Parties;
using IntegrationPlatform.Persistence.Database;
using IntegrationPlatform.Persistence.Requests;
using IntegrationPlatform.Settlement;
using IntegrationPlatform.Settlement.AnswerDeadline;
using IntegrationPlatform.Settlement.AnswerRequest;
using IntegrationPlatform.Settlement.AskMunicipality;
using IntegrationPlatform.Settlement.DecideOmission;
using IntegrationPlatform.Settlement.Deliveries;
using IntegrationPlatform.Settlement.Elements;
using IntegrationPlatform.Settlement.Erasure;
using IntegrationPlatform.Settlement.ExportResident;
using IntegrationPlatform.Settlement.HoldConversation;
using IntegrationPlatform.Settlement.Households;
using IntegrationPlatform.Settlement.ListDeliveries;
using IntegrationPlatform.Settlement.ListRequests;
using IntegrationPlatform.Settlement.Notices;
using IntegrationPlatform.Settlement.ProgrammeStarts;
using IntegrationPlatform.Settlement.ProposeConversation;
using IntegrationPlatform.Settlement.ReadFeed;
using IntegrationPlatform.Settlement.ReadLog;
using IntegrationPlatform.Settlement.ReadNotices;
using IntegrationPlatform.Settlement.RecommendMunicipality;
using IntegrationPlatform.Settlement.ReplayDelivery;
using IntegrationPlatform.Settlement.ReportProgrammeStarts;
using IntegrationPlatform.Settlement.RequestSettlement;
using IntegrationPlatform.Settlement.SendSupplement;
using IntegrationPlatform.Settlement.SettleResident;
using IntegrationPlatform.Settlement.ShowHandoff;
using IntegrationPlatform.Settlement.ShowHousehold;
using IntegrationPlatform.Settlement.StartProgramme;
using IntegrationPlatform.Settlement.Subscribe;
using IntegrationPlatform.Settlement.Subscriptions;
using IntegrationPlatform.Settlement.Transfers;
using IntegrationPlatform.Settlement.WithdrawRequest;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDatabase<SettlementDb>("settlement-db");
builder.AddMessaging<SettlementDb>(
    "settlement",
    messaging =>
        messaging
            .AddConsumer<ClusterCopy<SettlementDb>>()
            .AddConsumer<HouseholdCopy>()
            .AddConsumer<ElementCopy>()
            .AddConsumer<EraseResident>()
            .AddConsumer<NoticeWriter>()
            .AddSaga<AnswerDeadlineSaga, AnswerWait>()
            .AddSaga<TransferSaga, Transfer>()
            .AddSaga<ProgrammeStartSaga, ProgrammeStartWait>()
);
builder.Services.AddSingleton<SectionSeal>();
builder.Services.AddSingleton(services => ImdinettSettings.From(services.GetRequiredService<IConfiguration>()));
builder.Services.AddSingleton<ImdinettClient>();
builder.Services.AddHostedService<DeliveryLoop>();
builder.Services.AddSingleton(services =>
    SubscriptionSettings.From(
        services.GetRequiredService<IConfiguration>(),
        services.GetRequiredService<IHostEnvironment>()
    )
);
builder.Services.AddHostedService<SubscriptionLoop>();
var app = builder.Build();
app.UseServiceDefaults();
var v1 = app.MapService<SettlementDb>("settlement");
AskMunicipality.Map(v1);
RecommendMunicipality.Map(v1);
RequestSettlement.Map(v1);
ListRequests.Map(v1);
AcceptRequest.Map(v1);
RefuseRequest.Map(v1);
WithdrawRequest.Map(v1);
ShowHousehold.Map(v1);
ShowHandoff.Map(v1);
ProposeConversation.Map(v1);
HoldConversation.Map(v1);
SendSupplement.Map(v1);
SettleResident.Map(v1);
DecideOmission.Map(v1);
StartProgramme.Map(v1);
ReportProgrammeStarts.Map(v1);
ListDeliveries.Map(v1);
ReplayDelivery.Map(v1);
ReadFeed.Map(v1);
ReadNotices.Map(v1);
Subscribe.Map(v1);
ReadLog.Map(v1);
ExportResident.Map(v1);
return await app.RunAsync<SettlementDb>(args);

/// <summary>The settlement service.</summary>
public partial class Program;
