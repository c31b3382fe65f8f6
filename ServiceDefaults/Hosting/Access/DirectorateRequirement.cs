using IntegrationPlatform.Hosting.Tokens;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;

namespace IntegrationPlatform.Hosting.Access;

/// <summary>The caller must be one of these directorates; everybody else is answered 403.</summary>
/// <param name="Roles">The directorates.</param>
internal sealed record DirectorateRequirement(IReadOnlyList<Role> Roles) : IAuthorizationRequirement;

/// <summary>Lets the directorates through.</summary>
internal sealed class DirectorateHandler : AuthorizationHandler<DirectorateRequirement>
{
    protected override Task HandleRequirementAsync(
        AuthorizationHandlerContext context,
        DirectorateRequirement requirement
    )
    {
        if (
            context.Resource is HttpContext http
            && http.Features.Get<Caller>()?.Directorate is { } directorate
            && requirement.Roles.Contains(directorate)
        )
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
