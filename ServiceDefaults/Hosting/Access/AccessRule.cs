using Microsoft.AspNetCore.Builder;

namespace IntegrationPlatform.Hosting.Access;

/// <summary>
/// Who may call an endpoint, stated where it is mapped. It is what the check reads: a <see cref="Tokens.Caller"/> brings the
/// roles of its endpoint along, and nobody is let through in another. docs/access.md is written from it.
/// </summary>
/// <param name="Ground">The number of the rule that gives the ground; its source stands in docs/requirements.md (ALL-2).</param>
/// <param name="Case">What the endpoint is about.</param>
/// <param name="Roles">The roles, in relation to the case, that let a caller in; none when the scope is enough.</param>
public sealed record AccessRule(string Ground, Case Case, IReadOnlyList<Role> Roles)
{
    /// <summary>True when only directorates are let in: everybody else is answered 403 before the case is looked for.</summary>
    public bool OnlyDirectorates => Case != Case.Own && Roles.Count > 0 && Roles.All(role => role.IsDirectorate());
}

/// <summary>A condition beside the role, in words: a test of its own holds it.</summary>
/// <param name="Role">The role it narrows.</param>
/// <param name="Condition">Completes "only when …" or "only …".</param>
public sealed record Proviso(Role Role, string Condition);

/// <summary>Access on endpoints.</summary>
public static class AccessRuleExtensions
{
    /// <summary>States who may call. Every endpoint of a service does.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="ground">The number of the rule that gives the ground.</param>
    /// <param name="about">What it is about.</param>
    /// <param name="roles">The roles that let a caller in; none when the scope is enough.</param>
    public static TBuilder Allows<TBuilder>(this TBuilder endpoint, string ground, Case about, params Role[] roles)
        where TBuilder : IEndpointConventionBuilder
    {
        var rule = new AccessRule(ground, about, roles);
        endpoint.WithMetadata(rule);
        return rule.OnlyDirectorates
            ? endpoint.RequireAuthorization(policy => policy.AddRequirements(new DirectorateRequirement(roles)))
            : endpoint;
    }

    /// <summary>States a condition that narrows a role.</summary>
    public static TBuilder Provided<TBuilder>(this TBuilder endpoint, Role role, string condition)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new Proviso(role, condition));
}
