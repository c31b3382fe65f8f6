using IntegrationPlatform.Tests.Support;
using IntegrationPlatform.Tests.Support.Contract;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace IntegrationPlatform.Gateway.Tests.Documents;

/// <summary>A service that has nothing but the API document that is committed for it.</summary>
internal static class CommittedService
{
    /// <summary>Starts one.</summary>
    public static async Task<WebApplication> StartAsync(string service)
    {
        var document = await File.ReadAllTextAsync(Path.Combine(Checkout.Root, $"docs/api/{service}.json"));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(TestSettings.AnyPort);
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.MapGet("/openapi.json", () => Microsoft.AspNetCore.Http.TypedResults.Text(document, "application/json"));
        await app.StartAsync();
        return app;
    }

    /// <summary>Where it listens.</summary>
    public static Uri Address(this WebApplication service) => new(service.Urls.First());
}
