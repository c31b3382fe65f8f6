using Microsoft.OpenApi;

namespace IntegrationPlatform.Hosting.OpenApi;

/// <summary>A refusal that every operation can give, stated once for a document.</summary>
/// <param name="Status">The status code, or <c>default</c> for all others.</param>
/// <param name="Name">The component's name.</param>
/// <param name="Description">When it is given.</param>
/// <param name="Type">An example's problem type.</param>
/// <param name="Title">That type's title.</param>
/// <param name="Headers">Headers it carries, with what they say.</param>
internal sealed record Refusals(
    string Status,
    string Name,
    string Description,
    string Type,
    string Title,
    params (string Name, string Description)[] Headers
)
{
    public static IReadOnlyList<Refusals> All { get; } =
    [
        new(
            "400",
            "Unreadable",
            "The request cannot be read, or its members are not as they must be.",
            "invalid-request",
            "The request has invalid members"
        ),
        new(
            "401",
            "NoToken",
            "There is no access token, or it is not accepted.",
            "access-token-missing",
            "The request needs a Maskinporten access token",
            ("WWW-Authenticate", "Why, as RFC 6750 has it.")
        ),
        new(
            "403",
            "NotAllowed",
            "The organisation or the token's scope does not allow this.",
            "not-allowed",
            "The organisation or the token's scope does not allow this"
        ),
        new(
            "429",
            "TooMany",
            "The organisation sent more requests than its share.",
            "too-many-requests",
            "Too many requests; try again when Retry-After has passed",
            ("Retry-After", "Seconds to wait.")
        ),
        new(
            "500",
            "Fault",
            "A fault of ours; nothing was changed.",
            "internal-error",
            "Something went wrong on our side; quote the traceId when you report it"
        ),
        new(
            "default",
            "Refused",
            "The request is refused by a rule, or failed: the problem's type says why.",
            "not-found",
            "There is nothing here"
        ),
    ];

    /// <summary>The refusal as a component.</summary>
    public OpenApiResponse Response(IOpenApiSchema problem) =>
        new()
        {
            Description = Description,
            Headers = Headers.ToDictionary(
                h => h.Name,
                IOpenApiHeader (h) => Header(h.Description),
                StringComparer.Ordinal
            ),
            Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
            {
                ["application/problem+json"] = new OpenApiMediaType
                {
                    Schema = problem,
                    Example = new System.Text.Json.Nodes.JsonObject
                    {
                        ["type"] = $"/problems/{Type}",
                        ["title"] = Title,
                        ["status"] =
                            Status == "default"
                                ? 404
                                : int.Parse(Status, System.Globalization.CultureInfo.InvariantCulture),
                    },
                },
            },
        };

    private static OpenApiHeader Header(string description) =>
        new()
        {
            Description = description,
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };
}
