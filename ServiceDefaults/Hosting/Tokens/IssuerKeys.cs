using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace IntegrationPlatform.Hosting.Tokens;

/// <summary>
/// The issuer's current keys: read from its metadata document, read again twice a day and when a token names a key
/// that is not known (at most every few seconds), so that the issuer can rotate keys at will.
/// </summary>
internal static class IssuerKeys
{
    private static readonly TimeSpan Regular = TimeSpan.FromHours(12);
    private static readonly TimeSpan NotMoreOftenThan = TimeSpan.FromSeconds(5);

    static IssuerKeys() =>
        // A token signed with a new key waits for the new keys instead of being refused while they are fetched.
        AppContext.SetSwitch("Switch.Microsoft.IdentityModel.UpdateConfigAsBlocking", isEnabled: true);

    public static BaseConfigurationManager Of(
        MaskinportenSettings settings,
        IHostEnvironment environment,
        HttpClient http
    )
    {
        if (settings.Jwks is { } jwks)
        {
            var inline = new OpenIdConnectConfiguration { Issuer = settings.Issuer };
            foreach (var key in new JsonWebKeySet(jwks).GetSigningKeys())
            {
                inline.SigningKeys.Add(key);
            }

            return new StaticConfigurationManager<OpenIdConnectConfiguration>(inline);
        }

        return new ConfigurationManager<OpenIdConnectConfiguration>(
            settings.Metadata,
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(http) { RequireHttps = !environment.IsDevelopment() },
            new OnlyOf(settings.Issuer)
        )
        {
            AutomaticRefreshInterval = Regular,
            RefreshInterval = NotMoreOftenThan,
            // It would take tokens of a key that the issuer has withdrawn for another hour.
            UseLastKnownGoodConfiguration = false,
        };
    }

    /// <summary>Takes keys only from a document of the pinned issuer.</summary>
    private sealed class OnlyOf(string issuer) : IConfigurationValidator<OpenIdConnectConfiguration>
    {
        public ConfigurationValidationResult Validate(OpenIdConnectConfiguration configuration) =>
            configuration.Issuer == issuer && configuration.SigningKeys.Count > 0
                ? new ConfigurationValidationResult { Succeeded = true }
                : new ConfigurationValidationResult
                {
                    ErrorMessage = $"The metadata document is not one of {issuer} or holds no keys.",
                };
    }
}
