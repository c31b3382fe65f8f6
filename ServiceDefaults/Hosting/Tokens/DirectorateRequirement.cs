using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IntegrationPlatform.Hosting.Tokens;

/// <summary>The caller must be one directorate, as <c>directorates => directorates.Imdi</c>.</summary>
/// <param name="Which">Picks the directorate.</param>
public sealed record DirectorateRequirement(Func<Directorates, string> Which) : IAuthorizationRequirement;

/// <summary>Acts that belong to one directorate whatever the case.</summary>
public static class DirectorateRequirementExtensions
{
    /// <summary>Lets only one directorate through; everybody else is answered 403.</summary>
    public static TBuilder RequireDirectorate<TBuilder>(this TBuilder endpoint, Func<Directorates, string> which)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(policy => policy.AddRequirements(new DirectorateRequirement(which)));
}

/// <summary>Lets the directorate through.</summary>
internal sealed class DirectorateHandler(Directorates directorates) : AuthorizationHandler<DirectorateRequirement>
{
    protected override Task HandleRequirementAsync(
        AuthorizationHandlerContext context,
        DirectorateRequirement requirement
    )
    {
        if (
            context.Resource is HttpContext http
            && http.Features.Get<Caller>()?.Organisation == requirement.Which(directorates)
        )
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}
