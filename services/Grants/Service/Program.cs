using IntegrationPlatform.Grants;
using IntegrationPlatform.Grants.ApprovePayment;
using IntegrationPlatform.Grants.AssessInterest;
using IntegrationPlatform.Grants.DecideHosts;
using IntegrationPlatform.Grants.Distribute;
using IntegrationPlatform.Grants.Occupancy;
using IntegrationPlatform.Grants.OpenRound;
using IntegrationPlatform.Grants.RankPortfolios;
using IntegrationPlatform.Grants.ReadAppropriation;
using IntegrationPlatform.Grants.ReadClusters;
using IntegrationPlatform.Grants.ReadRounds;
using IntegrationPlatform.Grants.RevokeCluster;
using IntegrationPlatform.Grants.Selection;
using IntegrationPlatform.Grants.SendInterest;
using IntegrationPlatform.Grants.WithdrawAllocation;
using IntegrationPlatform.Hosting;
using IntegrationPlatform.Messaging;
using IntegrationPlatform.Persistence.Database;
using IntegrationPlatform.Persistence.Requests;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddDatabase<GrantsDb>("grants-db");
builder.AddMessaging<GrantsDb>(
    "grants",
    messaging => messaging.AddConsumer<StayKeeper>().AddSaga<HostSelectionSaga, HostSelection>()
);
var app = builder.Build();
app.UseServiceDefaults();
var v1 = app.MapService<GrantsDb>("grants");
OpenRound.Map(v1);
ReadRounds.Map(v1);
SendInterest.Map(v1);
AssessInterest.Map(v1);
RankPortfolios.Map(v1);
DecideHosts.Map(v1);
ReadClusters.Map(v1);
RevokeCluster.Map(v1);
Distribute.Map(v1);
ReadAppropriation.Map(v1);
ApprovePayment.Map(v1);
WithdrawAllocation.Map(v1);
return await app.RunAsync<GrantsDb>(args);

/// <summary>The grants service: host selection, clusters and money.</summary>
public partial class Program;
