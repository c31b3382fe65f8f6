using IntegrationPlatform.Hosting.Problems;

namespace IntegrationPlatform.Persistence.Requests;

/// <summary>How a repeated request is refused.</summary>
internal static class RequestProblems
{
    public static readonly ProblemType Reused = new(
        "idempotency-key-reused",
        422,
        null,
        "The Idempotency-Key was used for another request"
    );

    public static readonly ProblemType InProgress = new(
        "request-in-progress",
        409,
        null,
        "A request with this Idempotency-Key is still in progress"
    );

    public static readonly ProblemType BadKey = new(
        "invalid-idempotency-key",
        400,
        null,
        "Idempotency-Key takes one value of 1 to 255 visible ASCII characters, without a comma"
    );
}
