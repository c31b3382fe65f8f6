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
    /// <summary>Binds the parameter: the caller that authentication put on the request.</summary>
    public static ValueTask<Caller?> BindAsync(HttpContext context) =>
        ValueTask.FromResult(context.Features.Get<Caller>());
}
