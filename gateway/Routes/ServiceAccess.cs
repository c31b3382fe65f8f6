using IntegrationPlatform.Hosting.Tokens;
using Microsoft.AspNetCore.Authorization;

namespace IntegrationPlatform.Gateway.Routes;

/// <summary>
/// The caller must have some scope of the service. Which one an act needs, and whose case it is, the service decides: it
/// validates the token once more.
/// </summary>
/// <param name="Service">The service's name.</param>
internal sealed record ServiceAccess(string Service) : IAuthorizationRequirement
{
    /// <summary>The name of the authorisation policy of a service's routes.</summary>
    public static string PolicyOf(string service) => $"service:{service}";
}

/// <summary>Lets the caller through.</summary>
internal sealed class ServiceAccessHandler : AuthorizationHandler<ServiceAccess>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ServiceAccess requirement)
    {
        var prefix = $"{ScopeRequirementExtensions.Prefix}{requirement.Service}.";
        if (
            context.Resource is HttpContext http
            && http.Features.Get<Caller>() is { } caller
            && caller.Scopes.Any(scope => scope.StartsWith(prefix, StringComparison.Ordinal))
        )
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
