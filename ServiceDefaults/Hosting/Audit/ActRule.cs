using Microsoft.AspNetCore.Builder;

namespace IntegrationPlatform.Hosting.Audit;

/// <summary>What a call of an endpoint is to the person it is about, where it is not just a look or a change.</summary>
/// <param name="Act">What it is.</param>
public sealed record ActRule(Act Act);

/// <summary>Acts on endpoints.</summary>
public static class ActRuleExtensions
{
    /// <summary>States what a call is to the person it is about.</summary>
    public static TBuilder Is<TBuilder>(this TBuilder endpoint, Act act)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new ActRule(act));
}
