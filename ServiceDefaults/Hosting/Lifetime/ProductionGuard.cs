using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace IntegrationPlatform.Hosting.Lifetime;

/// <summary>
/// Refuses to start anything but a development environment with what only development may have: a movable clock, token
/// keys in the configuration, an issuer without TLS. It also stops a start whose token settings are missing.
/// </summary>
internal sealed class ProductionGuard(
    IConfiguration configuration,
    IHostEnvironment environment,
    MaskinportenSettings tokens
) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        if (environment.IsDevelopment())
        {
            return Task.CompletedTask;
        }

        Refuse(
            configuration[PlatformClock.FileSetting] is not null,
            PlatformClock.FileSetting,
            "the clock cannot be moved"
        );
        Refuse(
            tokens.Jwks is not null,
            MaskinportenSettings.JwksSetting,
            "keys come from the issuer's metadata document"
        );
        Refuse(!IsHttps(tokens.Issuer), "Maskinporten:Issuer", "it must be an https address");
        Refuse(!IsHttps(tokens.Metadata), "Maskinporten:Metadata", "it must be an https address");
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool IsHttps(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;

    private void Refuse(bool found, string setting, string because)
    {
        if (found)
        {
            throw new InvalidOperationException(
                $"The environment {environment.EnvironmentName} refuses the setting {setting}: {because}."
            );
        }
    }
}
