using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IntegrationPlatform.Journey.Partners;

/// <summary>
/// Gets each partner its access tokens by the JWT grant (RFC 7523), as at Maskinporten, and keeps them until shortly
/// before they expire.
/// </summary>
public sealed class TokenSource(HttpClient http, Uri issuer)
{
    public ValueTask<string> For(Partner partner, CancellationToken cancellation) => throw new NotSupportedException();
}
