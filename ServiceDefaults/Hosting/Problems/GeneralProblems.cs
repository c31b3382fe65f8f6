namespace IntegrationPlatform.Hosting.Problems;

/// <summary>What any request can meet, whatever the service.</summary>
public static class GeneralProblems
{
    /// <summary>The body or a parameter cannot be read.</summary>
    public static readonly ProblemType Unreadable = new(
        "unreadable-request",
        400,
        null,
        "The request could not be read"
    );

    /// <summary>No such address, or nothing there that the caller may know of.</summary>
    public static readonly ProblemType NotFound = new("not-found", 404, null, "There is nothing here");

    /// <summary>The address knows other methods.</summary>
    public static readonly ProblemType WrongMethod = new(
        "method-not-allowed",
        405,
        null,
        "This address does not take the method"
    );

    /// <summary>The body took too long to arrive.</summary>
    public static readonly ProblemType TooSlow = new(
        "request-too-slow",
        408,
        null,
        "The request took too long to arrive"
    );

    /// <summary>The body is larger than the limit.</summary>
    public static readonly ProblemType TooLarge = new("body-too-large", 413, null, "The request's body is too large");

    /// <summary>The address takes JSON.</summary>
    public static readonly ProblemType NotJson = new(
        "unsupported-media-type",
        415,
        null,
        "The body must be application/json"
    );

    /// <summary>The organisation sent more requests than its share.</summary>
    public static readonly ProblemType TooMany = new(
        "too-many-requests",
        429,
        null,
        "Too many requests; try again when Retry-After has passed"
    );

    /// <summary>A fault of ours; the trace id finds it.</summary>
    public static readonly ProblemType Fault = new(
        "internal-error",
        500,
        null,
        "Something went wrong on our side; quote the traceId when you report it"
    );

    /// <summary>The service gave no readable answer.</summary>
    public static readonly ProblemType BadGateway = new(
        "bad-gateway",
        502,
        null,
        "The service behind the gateway gave no answer"
    );

    /// <summary>The service cannot be reached now.</summary>
    public static readonly ProblemType Unavailable = new(
        "service-unavailable",
        503,
        null,
        "The service is not available at the moment; try again when Retry-After has passed"
    );

    /// <summary>The request took longer than its limit.</summary>
    public static readonly ProblemType TimedOut = new("timed-out", 504, null, "The answer took too long");

    private static readonly Dictionary<int, ProblemType> ByStatus = new[]
    {
        Unreadable,
        NotFound,
        WrongMethod,
        TooSlow,
        TooLarge,
        NotJson,
        TooMany,
        Fault,
        BadGateway,
        Unavailable,
        TimedOut,
    }.ToDictionary(problem => problem.Status);

    /// <summary>The problem behind a bare status code; null when the code says all there is to say.</summary>
    public static ProblemType? For(int status) => ByStatus.GetValueOrDefault(status);
}
