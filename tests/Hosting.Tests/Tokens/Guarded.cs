using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Tests.Support;
using Microsoft.AspNetCore.Builder;

namespace IntegrationPlatform.Hosting.Tests.Tokens;

/// <summary>A process that says who called, and one act that needs a scope.</summary>
public sealed class Guarded : IAsyncLifetime
{
    private TestApp? _app;

    internal TestApp App => _app!;

    internal static void Map(WebApplication app)
    {
        app.MapGet("/whoami", (Caller caller) => caller);
        app.MapGet("/read", (Caller caller) => caller.Organisation).RequireScope("mapping.read");
        app.MapGet("/imdi", (Caller caller) => caller.Organisation).Allows("ALL-2", Case.None, Role.Imdi);
    }

    public async Task InitializeAsync() => _app = await TestApp.StartAsync(Map);

    public async Task DisposeAsync() => await App.DisposeAsync();
}
