using System.Diagnostics.CodeAnalysis;
using IntegrationPlatform.Hosting.Tokens;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IntegrationPlatform.Issuer;

/// <summary>Checks assertions as Maskinporten does: client, key, algorithm, audience, at most 120 s, used once, scopes.</summary>
internal sealed class GrantReader(IssuerSettings settings, Clients clients, SpentGrants spent)
{
    private static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(10);
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    /// <summary>The grant in an assertion, or why there is none.</summary>
    public async Task<(Grant? Grant, Refusal? Refused)> ReadAsync(string assertion)
    {
        if (!_handler.CanReadToken(assertion) || Parsed(assertion) is not { } unchecked_)
        {
            return (null, Refusal.BadGrant("The assertion is not a JWT."));
        }

        if (clients.Find(unchecked_.Issuer) is not { } client)
        {
            return (null, new Refusal("invalid_client", "No such client."));
        }

        var result = await _handler.ValidateTokenAsync(assertion, Expected(client));
        if (!result.IsValid)
        {
            return (null, Refusal.BadGrant(Reason(result.Exception)));
        }

        var jwt = (JsonWebToken)result.SecurityToken;
        return Life(jwt) is { } lifeless ? (null, lifeless) : Granted(client, jwt);
    }

    private (Grant? Grant, Refusal? Refused) Granted(Client client, JsonWebToken jwt)
    {
        if (!TryText(jwt, "scope", out var scope))
        {
            return (null, new Refusal("invalid_scope", "The assertion asks for no scope."));
        }

        var scopes = scope.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (Array.Find(scopes, wanted => !client.Has(wanted)) is { } denied)
        {
            return (null, new Refusal("invalid_scope", $"The client does not have the scope {denied}."));
        }

        string? supplier = null;
        if (TryText(jwt, "consumer_org", out var consumer))
        {
            if (!OrganisationNumber.IsValid(consumer) || !client.MayStandFor(consumer))
            {
                return (null, Refusal.BadGrant("The consumer has not delegated its access to the client."));
            }

            supplier = client.Organisation;
        }

        if (
            !TryText(jwt, "jti", out var id)
            || !spent.TrySpend(client.Id, id, new DateTimeOffset(jwt.ValidTo, TimeSpan.Zero) + Skew)
        )
        {
            return (null, Refusal.BadGrant("The assertion has no jti, or it was used before."));
        }

        TryText(jwt, "resource", out var resource);
        return (
            new Grant(client.Id, consumer ?? client.Organisation, supplier, string.Join(' ', scopes), resource),
            null
        );
    }

    private TokenValidationParameters Expected(Client client) =>
        new()
        {
            ValidIssuer = client.Id,
            ValidAudience = settings.Url,
            IgnoreTrailingSlashWhenValidatingAudience = false,
            IssuerSigningKeys = client.Keys,
            TryAllIssuerSigningKeys = false,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            ClockSkew = Skew,
        };

    private static Refusal? Life(JsonWebToken jwt)
    {
        if (!jwt.TryGetPayloadValue<long>("iat", out var issued) || jwt.Audiences.Count() != 1)
        {
            return Refusal.BadGrant("The assertion needs iat and one aud.");
        }

        var from = DateTimeOffset.FromUnixTimeSeconds(issued);
        return from > TimeProvider.System.GetUtcNow() + Skew || jwt.ValidTo - from.UtcDateTime > LongestLife
            ? Refusal.BadGrant("The assertion is not issued now, or lives for more than 120 seconds.")
            : null;
    }

    private static JsonWebToken? Parsed(string assertion)
    {
        try
        {
            return new JsonWebToken(assertion);
        }
        catch (ArgumentException)
        {
            return null; // Three parts, but not of JSON.
        }
    }

    private static bool TryText(JsonWebToken jwt, string name, [NotNullWhen(true)] out string? text) =>
        jwt.TryGetPayloadValue(name, out text) && !string.IsNullOrEmpty(text);

    private static string Reason(Exception fault) =>
        fault switch
        {
            SecurityTokenExpiredException => "The assertion has expired.",
            SecurityTokenInvalidAudienceException => "The assertion's aud is not this issuer.",
            SecurityTokenInvalidAlgorithmException => "The assertion must be signed with RS256.",
            SecurityTokenSignatureKeyNotFoundException => "The assertion's kid is not a key of the client.",
            SecurityTokenInvalidSignatureException => "The assertion's signature is not valid.",
            _ => "The assertion is not valid.",
        };
}
