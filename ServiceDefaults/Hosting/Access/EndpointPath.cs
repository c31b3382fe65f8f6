using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace IntegrationPlatform.Hosting.Access;

/// <summary>The path of an endpoint as its API document has it.</summary>
public static class EndpointPath
{
    /// <summary>The path with parameters by name: <c>/mapping/v1/residents/{id}</c>, whatever their constraints are.</summary>
    public static string Path(this RouteEndpoint endpoint) =>
        string.Concat(endpoint.RoutePattern.PathSegments.Select(s => $"/{string.Concat(s.Parts.Select(Text))}"));

    private static string Text(RoutePatternPart part) =>
        part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart parameter => $"{{{parameter.Name}}}",
            _ => throw new NotSupportedException("A path of literals and parameters."),
        };
}
