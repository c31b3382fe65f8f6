using IntegrationPlatform.Gateway.Documents;
using IntegrationPlatform.Gateway.Forwarding;
using IntegrationPlatform.Gateway.Health;
using IntegrationPlatform.Gateway.Limits;
using IntegrationPlatform.Gateway.Problems;
using IntegrationPlatform.Gateway.Routes;
using IntegrationPlatform.Hosting;
using Microsoft.AspNetCore.Authorization;
using Yarp.ReverseProxy.Configuration;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.Services.AddSingleton<ServiceAddresses>();
builder.Services.AddSingleton<ProxyRoutes>();
builder.Services.AddSingleton<Behind>();
builder.Services.AddSingleton<ServiceDocuments>();
builder.Services.AddSingleton<IAuthorizationHandler, ServiceAccessHandler>();
var authorization = builder.Services.AddAuthorizationBuilder();
foreach (var service in ServiceAddresses.Names)
{
    authorization.AddPolicy(
        ServiceAccess.PolicyOf(service),
        policy => policy.RequireAuthenticatedUser().AddRequirements(new ServiceAccess(service))
    );
}

Compression.Add(builder.Services);
OrganisationRate.Add(builder.Services);
builder.Services.AddReverseProxy().AddTransforms(RequestTransforms.Add);
builder.Services.AddSingleton<IProxyConfigProvider>(services =>
{
    var routes = services.GetRequiredService<ProxyRoutes>();
    return new InMemoryConfigProvider(routes.Routes, routes.Clusters);
});
builder.Logging.AddFilter("Yarp", LogLevel.Warning);

var app = builder.Build();
app.Use(SecureHeaders.AddAsync);
app.Use(CodedTags.MarkAsync);
app.UseResponseCompression();
ReadingPage.Use(app);
app.UseServiceDefaults(known => known.UseRateLimiter());
HealthPage.Map(app);
DocumentRoutes.Map(app);
ProblemPages.Map(app);
app.MapReverseProxy(proxy =>
{
    proxy.Use(AnotherReplica.TryAsync);
    proxy.UseLoadBalancing();
});
await app.RunAsync();

/// <summary>The gateway.</summary>
public partial class Program;
