using System.Text.Json.Serialization;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Audit;
using Microsoft.AspNetCore.Http;

namespace IntegrationPlatform.Hosting.Tokens;

/// <summary>
/// The organisation behind a request, from its validated Maskinporten access token. Endpoints take it as a parameter.
/// </summary>
/// <param name="Organisation">Organisation number of the consumer, nine digits.</param>
/// <param name="Client">The client id at the issuer.</param>
/// <param name="Supplier">Organisation number of the supplier when the access is delegated.</param>
/// <param name="Scopes">The token's scopes.</param>
public sealed record Caller(string Organisation, string Client, string? Supplier, IReadOnlySet<string> Scopes)
{
    /// <summary>Which directorate the organisation is; null for everybody else.</summary>
    public Role? Directorate { get; init; }

    /// <summary>The roles that the endpoint lets in (<see cref="AccessRule"/>): nobody may act in another.</summary>
    public IReadOnlyList<Role> Allowed { get; init; } = [];

    /// <summary>True when the endpoint lets a role in.</summary>
    public bool MayAs(Role role) => Allowed.Contains(role);

    /// <summary>What the audit keeps of the request (ALL-2); null where no access is declared.</summary>
    [JsonIgnore]
    public AuditEntry? Entry { get; init; }

    /// <summary>True when the caller is a directorate that the endpoint lets in.</summary>
    public bool ActsAsDirectorate => Directorate is { } directorate && MayAs(directorate);

    /// <summary>
    /// True when the endpoint lets a role in and the caller is its holder in the case; the audit then says that it acted
    /// in it.
    /// </summary>
    /// <param name="role">The role.</param>
    /// <param name="holder">Organisation number of who has it in the case.</param>
    public bool IsLetIn(Role role, string? holder)
    {
        if (!MayAs(role) || holder != Organisation)
        {
            return false;
        }

        Entry?.As = role;
        return true;
    }

    /// <summary>Binds the parameter: the caller that authentication put on the request, at this endpoint.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context)
    {
        var caller = context.Features.Get<Caller>();
        var rule = context.GetEndpoint()?.Metadata.GetMetadata<AccessRule>();
        return ValueTask.FromResult(
            rule is null || caller is null
                ? caller
                : caller with
                {
                    Allowed = rule.Roles,
                    Entry = AuditEntry.Of(context),
                }
        );
    }
}
