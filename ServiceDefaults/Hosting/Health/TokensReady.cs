using IntegrationPlatform.Hosting.Tokens;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IntegrationPlatform.Hosting.Health;

/// <summary>Ready when the issuer's keys are there: before that no request could be let in.</summary>
internal sealed class TokensReady(AccessTokens tokens) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        try
        {
            await tokens.KeysAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception away) when (AccessTokens.IsIssuerAway(away))
        {
            return HealthCheckResult.Unhealthy("The issuer's keys could not be fetched.");
        }
    }
}
