using IntegrationPlatform.Issuer;

var builder = WebApplication.CreateSlimBuilder(args);
if (!builder.Environment.IsDevelopment())
{
    throw new InvalidOperationException(
        $"The local issuer gives anybody a token: the environment {builder.Environment.EnvironmentName} refuses it."
    );
}

builder.Services.AddSingleton(services => IssuerSettings.From(services.GetRequiredService<IConfiguration>()));
builder.Services.AddSingleton<Clients>();
builder.Services.AddSingleton<SpentGrants>();
builder.Services.AddSingleton<GrantReader>();
builder.Services.AddSingleton<TokenMint>();
var app = builder.Build();
app.Services.GetRequiredService<TokenMint>(); // Missing settings stop the start.
Endpoints.Map(app);
await app.RunAsync();

/// <summary>The local issuer.</summary>
public partial class Program;
