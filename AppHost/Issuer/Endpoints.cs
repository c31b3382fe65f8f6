using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Issuer;

/// <summary>What the issuer answers.</summary>
internal static class Endpoints
{
    private const string GrantType = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/token", TokenAsync).DisableAntiforgery();
        routes.MapGet("/.well-known/oauth-authorization-server", Metadata);
        routes.MapGet("/jwks", (TokenMint mint) => mint.Jwks);
        routes.MapGet("/live", () => TypedResults.Ok());
        routes.MapGet("/ready", () => TypedResults.Ok());
    }

    private static async Task<Results<Ok<Token>, BadRequest<Error>>> TokenAsync(
        HttpRequest request,
        HttpResponse response,
        GrantReader grants,
        TokenMint mint,
        IssuerSettings settings
    )
    {
        response.Headers.CacheControl = "no-store";
        if (!request.HasFormContentType)
        {
            return Refused(new Refusal("invalid_request", "The body must be a form."));
        }

        var form = await request.ReadFormAsync();
        if (form["grant_type"] is not [GrantType])
        {
            return Refused(new Refusal("unsupported_grant_type", $"The grant type must be {GrantType}."));
        }

        if (form["assertion"] is not [{ Length: > 0 } assertion])
        {
            return Refused(new Refusal("invalid_request", "One assertion is needed."));
        }

        var (grant, refused) = await grants.ReadAsync(assertion);
        return grant is null
            ? Refused(refused!)
            : TypedResults.Ok(
                new Token(mint.Mint(grant), "Bearer", (int)settings.TokenLifetime.TotalSeconds, grant.Scope)
            );
    }

    private static Dictionary<string, object> Metadata(IssuerSettings settings) =>
        new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["issuer"] = settings.Url,
            ["token_endpoint"] = $"{settings.Url}token",
            ["jwks_uri"] = $"{settings.Url}jwks",
            ["grant_types_supported"] = new[] { GrantType },
            ["token_endpoint_auth_methods_supported"] = new[] { "private_key_jwt" },
            ["token_endpoint_auth_signing_alg_values_supported"] = new[] { "RS256" },
        };

    private static BadRequest<Error> Refused(Refusal refusal) =>
        TypedResults.BadRequest(new Error(refusal.Error, refusal.Description));

    private sealed record Token(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("token_type")] string TokenType,
        [property: JsonPropertyName("expires_in")] int ExpiresIn,
        [property: JsonPropertyName("scope")] string Scope
    );

    private sealed record Error(
        [property: JsonPropertyName("error")] string Code,
        [property: JsonPropertyName("error_description")] string Description
    );
}
