using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IntegrationPlatform.Hosting.Tokens;

/// <summary>
/// Validates Maskinporten access tokens: signature by the issuer's keys, pinned issuer and algorithms, lifetime in real
/// time, audience, and the claims that name the organisation behind the request. A token that was valid is looked at again
/// only for its expiry, until the issuer's keys change.
/// </summary>
internal sealed class AccessTokens(MaskinportenSettings settings, BaseConfigurationManager keys)
{
    private const int LargestToken = 8 * 1024;
    private const string Authority = "iso6523-actorid-upis";
    private const string Norwegian = "0192:";
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(10);
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly HashSet<string> PlainTypes = new(["JWT", "at+jwt"], StringComparer.OrdinalIgnoreCase);

    private readonly KnownTokens _known = new();

    private readonly JsonWebTokenHandler _handler = new()
    {
        MaximumTokenSizeInBytes = LargestToken,
        MapInboundClaims = false,
    };

    private readonly TokenValidationParameters _parameters = new()
    {
        ValidIssuer = settings.Issuer,
        ValidAlgorithms = settings.Algorithms,
        ValidAudience = settings.Audience,
        ValidateAudience = settings.Audience is not null,
        ValidateIssuerSigningKey = true,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        TryAllIssuerSigningKeys = false,
        ClockSkew = Skew,
        ConfigurationManager = keys,
        LogValidationExceptions = false,
    };

    /// <summary>The issuer's keys, fetched if they are not there yet.</summary>
    /// <exception cref="InvalidOperationException">The issuer could not be reached (see <see cref="IsIssuerAway"/>).</exception>
    public Task<BaseConfiguration> KeysAsync(CancellationToken cancellation) =>
        keys.GetBaseConfigurationAsync(cancellation);

    /// <summary>True for what fetching the keys throws when the issuer does not answer as it should.</summary>
    public static bool IsIssuerAway(Exception fault) =>
        fault is InvalidOperationException or IOException or HttpRequestException;

    /// <summary>The caller that a token stands for, or what is wrong with it; the reason never repeats the token.</summary>
    /// <param name="token">The token.</param>
    /// <param name="current">The issuer's keys (<see cref="KeysAsync"/>).</param>
    public async ValueTask<(Caller? Caller, string? Refused)> ReadAsync(string token, BaseConfiguration current)
    {
        if (_known.Find(token, current, TimeProvider.System.GetUtcNow()) is { } known)
        {
            return (known, null);
        }

        var (caller, until, refused) = await ValidateAsync(token);
        if (caller is not null)
        {
            _known.Add(token, current, until, caller);
        }

        return (caller, refused);
    }

    private async Task<(Caller? Caller, DateTimeOffset Until, string? Refused)> ValidateAsync(string token)
    {
        if (token.Length > LargestToken)
        {
            return (null, default, "The token is too large.");
        }

        // Only the signed compact form: an encrypted token has five parts, an unsigned one an empty third.
        if (token.AsSpan().Count('.') != 2 || !_handler.CanReadToken(token))
        {
            return (null, default, "The token is not a signed JWT.");
        }

        var result = await _handler.ValidateTokenAsync(token, _parameters);
        if (!result.IsValid)
        {
            return (null, default, Reason(result.Exception));
        }

        var jwt = (JsonWebToken)result.SecurityToken;
        try
        {
            using var header = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(jwt.EncodedHeader), Strict);
            using var payload = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(jwt.EncodedPayload), Strict);
            var (caller, refused) = Understood(header.RootElement)
                ? CallerOf(payload.RootElement)
                : (null, "The token's header asks for what is not supported.");
            return (caller, new DateTimeOffset(jwt.ValidTo, TimeSpan.Zero) + Skew, refused);
        }
        catch (JsonException)
        {
            return (null, default, "The token is not plain JSON with each member once.");
        }
    }

    private (Caller? Caller, string? Refused) CallerOf(JsonElement claims)
    {
        if (settings.Audience is null && claims.TryGetProperty("aud", out _))
        {
            return (null, "The token is meant for another audience.");
        }

        if (
            !claims.TryGetProperty("iat", out var issued)
            || issued.ValueKind != JsonValueKind.Number
            || !issued.TryGetInt64(out var at)
            || at > TimeProvider.System.GetUtcNow().Add(Skew).ToUnixTimeSeconds()
        )
        {
            return (null, "The token does not say when it was issued, or says a time to come.");
        }

        if (!TryText(claims, "client_id", out var client) || !TryText(claims, "scope", out var scope))
        {
            return (null, "The token lacks client_id or scope.");
        }

        if (!claims.TryGetProperty("consumer", out var consumer) || !TryOrganisation(consumer, out var organisation))
        {
            return (null, "The token's consumer is not a Norwegian organisation.");
        }

        string? supplier = null;
        if (claims.TryGetProperty("supplier", out var delegated) && !TryOrganisation(delegated, out supplier))
        {
            return (null, "The token's supplier is not a Norwegian organisation.");
        }

        var scopes = scope.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        return (new Caller(organisation, client, supplier, scopes), null);
    }

    private static bool Understood(JsonElement header) =>
        !header.TryGetProperty("crit", out _)
        && (!header.TryGetProperty("typ", out var type) || PlainTypes.Contains(type.ToString()));

    private static bool TryOrganisation(JsonElement party, [NotNullWhen(true)] out string? organisation)
    {
        organisation = null;
        if (
            party.ValueKind == JsonValueKind.Object
            && TryText(party, "authority", out var authority)
            && authority == Authority
            && TryText(party, "ID", out var id)
            && id.StartsWith(Norwegian, StringComparison.Ordinal)
            && OrganisationNumber.IsValid(id.AsSpan(Norwegian.Length))
        )
        {
            organisation = id[Norwegian.Length..];
        }

        return organisation is not null;
    }

    private static bool TryText(JsonElement claims, string name, [NotNullWhen(true)] out string? text)
    {
        text =
            claims.TryGetProperty(name, out var claim) && claim.ValueKind == JsonValueKind.String
                ? claim.GetString()
                : null;
        return !string.IsNullOrEmpty(text);
    }

    private static string Reason(Exception? exception) =>
        exception switch
        {
            SecurityTokenExpiredException => "The token has expired.",
            SecurityTokenNotYetValidException => "The token is not valid yet.",
            SecurityTokenNoExpirationException => "The token has no expiry.",
            SecurityTokenInvalidLifetimeException => "The token's lifetime is not valid.",
            SecurityTokenInvalidIssuerException => "The token is from another issuer.",
            SecurityTokenInvalidAudienceException => "The token is meant for another audience.",
            SecurityTokenInvalidAlgorithmException => "The token's algorithm is not accepted.",
            SecurityTokenSignatureKeyNotFoundException => "The token's key is not one of the issuer's.",
            SecurityTokenInvalidSignatureException => "The token's signature is not valid.",
            _ => "The token is not valid.",
        };
}
