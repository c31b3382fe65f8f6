using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Tokens;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Tests.Support.Access;

/// <summary>An endpoint of a running service with what it declares of its access.</summary>
/// <param name="Name">Method and path, such as <c>GET /residents/{id}</c>.</param>
/// <param name="Scope">The scope without its prefix; null when it asks for none.</param>
/// <param name="Rule">Who may call; null when it does not say.</param>
/// <param name="Provisos">Conditions beside the role.</param>
public sealed record DeclaredEndpoint(string Name, string? Scope, AccessRule? Rule, IReadOnlyList<Proviso> Provisos)
{
    /// <summary>True when it changes something.</summary>
    public bool Changes => !Name.StartsWith("GET ", StringComparison.Ordinal);

    /// <summary>True when a call names one case, which may be somebody else's or not exist.</summary>
    public bool NamesCase =>
        Rule!.Case is not (Case.None or Case.Own)
        && (Rule.Case == Case.Cluster || Name.Contains('{', StringComparison.Ordinal));

    /// <summary>The endpoints under <c>/{service}/v1</c>, by path.</summary>
    public static IReadOnlyList<DeclaredEndpoint> Of(IServiceProvider services, string service) =>
        [
            .. services
                .GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(e => e.RoutePattern.RawText!.StartsWith($"/{service}/v1/", StringComparison.Ordinal))
                .Select(e => Read(e, $"/{service}/v1"))
                .OrderBy(e => e.Name[e.Name.IndexOf('/', StringComparison.Ordinal)..], StringComparer.Ordinal)
                .ThenBy(e => e.Name, StringComparer.Ordinal),
        ];

    private static DeclaredEndpoint Read(RouteEndpoint endpoint, string version)
    {
        var method = endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Single();
        var scope = endpoint
            .Metadata.GetOrderedMetadata<AuthorizationPolicy>()
            .SelectMany(policy => policy.Requirements)
            .OfType<ScopeRequirement>()
            .SingleOrDefault();
        return new DeclaredEndpoint(
            $"{method} {endpoint.Path()[version.Length..]}",
            scope?.Scope[ScopeRequirementExtensions.Prefix.Length..],
            endpoint.Metadata.GetMetadata<AccessRule>(),
            [.. endpoint.Metadata.GetOrderedMetadata<Proviso>()]
        );
    }
}
