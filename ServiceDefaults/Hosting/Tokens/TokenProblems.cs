using IntegrationPlatform.Hosting.Problems;

namespace IntegrationPlatform.Hosting.Tokens;

/// <summary>How requests are refused for who sends them.</summary>
internal static class TokenProblems
{
    public static readonly ProblemType NoToken = new(
        "access-token-missing",
        401,
        null,
        "The request needs a Maskinporten access token"
    );
    public static readonly ProblemType BadToken = new(
        "access-token-invalid",
        401,
        null,
        "The access token is not accepted"
    );
    public static readonly ProblemType NotAllowed = new(
        "not-allowed",
        403,
        null,
        "The organisation or the token's scope does not allow this"
    );
    public static readonly ProblemType IssuerAway = new(
        "token-issuer-unavailable",
        503,
        null,
        "Access tokens cannot be validated at the moment: the issuer's keys could not be fetched"
    );
}
