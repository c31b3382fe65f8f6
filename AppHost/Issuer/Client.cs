using Microsoft.IdentityModel.Tokens;

namespace IntegrationPlatform.Issuer;

/// <summary>A client that is registered with the issuer.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Organisation">The organisation it belongs to.</param>
/// <param name="Keys">The keys it may sign grants with.</param>
/// <param name="Scopes">The scopes it was given; null for all of the platform's.</param>
/// <param name="MayActFor">The organisations that delegated their access to it; null for all.</param>
internal sealed record Client(
    string Id,
    string Organisation,
    IReadOnlyList<SecurityKey> Keys,
    IReadOnlySet<string>? Scopes,
    IReadOnlySet<string>? MayActFor
)
{
    private const string PlatformScopes = "imdi:integrering/";

    /// <summary>True when the client has the scope.</summary>
    public bool Has(string scope) =>
        Scopes?.Contains(scope) ?? scope.StartsWith(PlatformScopes, StringComparison.Ordinal);

    /// <summary>True when the client may get tokens on behalf of an organisation.</summary>
    public bool MayStandFor(string organisation) => MayActFor?.Contains(organisation) ?? true;
}
