using System.Diagnostics;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Hosting.Audit;

/// <summary>
/// Who did what to whose case, when, and on which ground (ALL-2). Ids and numbers only: nothing personal stands in it. It
/// is written in the transaction of what it tells of, and never changed.
/// </summary>
public sealed class AuditEntry
{
    /// <summary>The place in the audit; given by the database, not without gaps.</summary>
    public long Position { get; init; }

    /// <summary>When, by the platform's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Organisation number; null when the platform itself acted on a message.</summary>
    public required string? Organisation { get; init; }

    /// <summary>Organisation number of the supplier when the access was delegated.</summary>
    public required string? Supplier { get; init; }

    /// <summary>The client id at the issuer, or the part of the platform that acted.</summary>
    public required string Client { get; init; }

    /// <summary>What was called: method and path as in the API document, or the message.</summary>
    public required string Operation { get; init; }

    /// <summary>What that was to the person.</summary>
    public required Act Act { get; set; }

    /// <summary>The number of the rule that gives the ground; its source stands in docs/requirements.md.</summary>
    public required string Ground { get; init; }

    /// <summary>The role in which the caller was let in; null when the scope was enough.</summary>
    public required Role? As { get; set; }

    /// <summary>What the case is.</summary>
    public required Case Case { get; set; }

    /// <summary>The case; null for a list and for what is nobody's case.</summary>
    public required Guid? CaseId { get; set; }

    /// <summary>
    /// The trace that it belongs to (W3C Trace Context): what the platform does on a message has the trace of the request
    /// that caused it.
    /// </summary>
    public required string? Trace { get; init; }

    /// <summary>
    /// The entry of a request; null where no access is declared or nobody has called. There is one a request, which the
    /// handler may make more exact.
    /// </summary>
    public static AuditEntry? Of(HttpContext http)
    {
        if (http.Features.Get<AuditEntry>() is { } begun)
        {
            return begun;
        }

        if (
            http.GetEndpoint() is not RouteEndpoint endpoint
            || endpoint.Metadata.GetMetadata<AccessRule>() is not { } rule
            || http.Features.Get<Caller>() is not { } caller
        )
        {
            return null;
        }

        var method = http.Request.Method;
        var entry = new AuditEntry
        {
            At = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow(),
            Organisation = caller.Organisation,
            Supplier = caller.Supplier,
            Client = caller.Client,
            Operation = $"{method} {endpoint.Path()}",
            Act =
                endpoint.Metadata.GetMetadata<ActRule>()?.Act
                ?? (HttpMethods.IsGet(method) ? Act.LookedAtCase : Act.Changed),
            Ground = rule.Ground,
            As = caller.Directorate is { } directorate && rule.Roles.Contains(directorate) ? directorate : null,
            Case = rule.Case,
            CaseId = Guid.TryParse(http.GetRouteValue("id") as string, out var id) ? id : null,
            Trace = CurrentTrace,
        };
        http.Features.Set(entry);
        return entry;
    }

    /// <summary>The entry of what the platform itself does to a resident's data on a message.</summary>
    /// <param name="part">The part that acts, such as <c>settlement</c>.</param>
    /// <param name="operation">The message.</param>
    /// <param name="act">What it is to the person.</param>
    /// <param name="ground">The rule's number.</param>
    /// <param name="residentId">The resident.</param>
    /// <param name="at">When, by the platform's clock.</param>
    public static AuditEntry OfPlatform(
        string part,
        string operation,
        Act act,
        string ground,
        Guid residentId,
        DateTimeOffset at
    ) =>
        new()
        {
            At = at,
            Organisation = null,
            Supplier = null,
            Client = part,
            Operation = operation,
            Act = act,
            Ground = ground,
            As = null,
            Case = Case.Resident,
            CaseId = residentId,
            Trace = CurrentTrace,
        };

    /// <summary>Names the case, where the address does not.</summary>
    public void Concerns(Case about, Guid id) => (Case, CaseId) = (about, id);

    /// <summary>The same about another case.</summary>
    public AuditEntry About(Case about, Guid id)
    {
        var other = (AuditEntry)MemberwiseClone();
        other.Concerns(about, id);
        return other;
    }

    private static string? CurrentTrace => Activity.Current?.TraceId.ToHexString();
}
