using System.Security.Claims;
using System.Text.Encodings.Web;
using IntegrationPlatform.Hosting.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace IntegrationPlatform.Hosting.Tokens;

/// <summary>
/// Authenticates a request by its bearer token (RFC 6750) and puts the <see cref="Caller"/> on it. No token or a bad
/// one is 401, a good one without the right is 403, both as problem details.
/// </summary>
internal sealed class MaskinportenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    AccessTokens tokens,
    Directorates directorates
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Maskinporten";
    private const string Bearer = "Bearer ";
    private bool _issuerAway;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization;
        if (header.Count == 0)
        {
            return AuthenticateResult.NoResult();
        }

        if (header is not [{ } value] || !value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.Fail("Authorization takes one bearer token.");
        }

        BaseConfiguration keys;
        try
        {
            keys = await tokens.KeysAsync(Context.RequestAborted);
        }
        catch (Exception away) when (AccessTokens.IsIssuerAway(away))
        {
            _issuerAway = true;
            return AuthenticateResult.Fail(away);
        }

        var (caller, refused) = await tokens.ReadAsync(value[Bearer.Length..].Trim(), keys);
        if (caller is null)
        {
            return AuthenticateResult.Fail(refused!);
        }

        Context.Features.Set(caller with { Directorate = directorates.RoleOf(caller.Organisation) });
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, caller.Organisation)], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var failure = (await HandleAuthenticateOnceSafeAsync()).Failure;
        if (_issuerAway)
        {
            Response.Headers.RetryAfter = "5";
            await TokenProblems.IssuerAway.With().ExecuteAsync(Context);
            return;
        }

        Response.Headers.WWWAuthenticate = failure is null
            ? "Bearer"
            : $"Bearer error=\"invalid_token\", error_description=\"{failure.Message}\"";
        await (
            failure is null ? TokenProblems.NoToken.With() : TokenProblems.BadToken.With(failure.Message)
        ).ExecuteAsync(Context);
    }

    protected override async Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var held = Context.Features.Get<Caller>()?.Scopes;
        var missing = Context
            .GetEndpoint()
            ?.Metadata.GetOrderedMetadata<AuthorizationPolicy>()
            .SelectMany(policy => policy.Requirements)
            .OfType<ScopeRequirement>()
            .Select(requirement => requirement.Scope)
            .FirstOrDefault(scope => held?.Contains(scope) != true);
        if (missing is null)
        {
            await TokenProblems.NotAllowed.With().ExecuteAsync(Context);
            return;
        }

        Response.Headers.WWWAuthenticate = $"Bearer error=\"insufficient_scope\", scope=\"{missing}\"";
        await TokenProblems.NotAllowed.With($"The scope {missing} is needed.").ExecuteAsync(Context);
    }
}
