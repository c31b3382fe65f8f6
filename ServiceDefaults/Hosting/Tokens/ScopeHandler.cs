using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace IntegrationPlatform.Hosting.Tokens;

/// <summary>Lets a caller through whose token carries the scope.</summary>
internal sealed class ScopeHandler : AuthorizationHandler<ScopeRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, ScopeRequirement requirement)
    {
        if (
            context.Resource is HttpContext http
            && http.Features.Get<Caller>() is { } caller
            && caller.Scopes.Contains(requirement.Scope)
        )
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
