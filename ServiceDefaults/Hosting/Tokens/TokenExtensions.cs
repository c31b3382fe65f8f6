using IntegrationPlatform.Hosting.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IntegrationPlatform.Hosting.Tokens;

/// <summary>Authentication by Maskinporten access tokens and authorisation by scope and organisation.</summary>
internal static class TokenExtensions
{
    private static readonly TimeSpan FetchTimeout = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Adds both. Whoever adds an endpoint gets a caller with a valid token unless it says <c>AllowAnonymous</c>.
    /// </summary>
    public static IServiceCollection AddMaskinportenTokens(this IServiceCollection services)
    {
        services.AddSingleton(provider => MaskinportenSettings.From(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton(provider =>
            provider.GetRequiredService<IConfiguration>().GetSection("Directorates").Get<Directorates>()
            ?? new Directorates()
        );
        services.AddSingleton(provider =>
        {
            var settings = provider.GetRequiredService<MaskinportenSettings>();
            var http = new HttpClient { Timeout = FetchTimeout };
            return new AccessTokens(
                settings,
                IssuerKeys.Of(settings, provider.GetRequiredService<IHostEnvironment>(), http)
            );
        });
        services
            .AddAuthentication(MaskinportenHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, MaskinportenHandler>(MaskinportenHandler.SchemeName, null);
        services.AddSingleton<IAuthorizationHandler, ScopeHandler>();
        services.AddSingleton<IAuthorizationHandler, DirectorateHandler>();
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }
}
