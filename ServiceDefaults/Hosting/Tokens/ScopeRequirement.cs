using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace IntegrationPlatform.Hosting.Tokens;

/// <summary>The token must carry a scope.</summary>
/// <param name="Scope">The whole scope, such as <c>imdi:integrering/mapping.write</c>.</param>
public sealed record ScopeRequirement(string Scope) : IAuthorizationRequirement;

/// <summary>Scopes on endpoints.</summary>
public static class ScopeRequirementExtensions
{
    /// <summary>The prefix that all scopes of the platform share.</summary>
    public const string Prefix = "imdi:integrering/";

    /// <summary>Lets only tokens with a scope of the platform through.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="scope">The scope without its prefix, such as <c>mapping.write</c>.</param>
    public static TBuilder RequireScope<TBuilder>(this TBuilder endpoint, string scope)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(policy => policy.AddRequirements(new ScopeRequirement(Prefix + scope)));
}
