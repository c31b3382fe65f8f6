using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Hosting.Problems;

/// <summary>
/// Collects what is wrong with the members of a request and answers with all of it at once: status 400, a list
/// <c>errors</c> of <c>{ pointer, detail, rule }</c> where the pointer is a JSON Pointer (RFC 6901) into the body.
/// </summary>
public sealed class FieldErrors
{
    /// <summary>The problem type of a request with invalid members.</summary>
    public static readonly ProblemType Invalid = new("invalid-request", 400, null, "The request has invalid members");

    private readonly List<FieldError> _errors = [];

    /// <summary>True when something is wrong.</summary>
    public bool Any => _errors.Count > 0;

    /// <summary>Notes an error unless the condition holds.</summary>
    /// <param name="holds">What must be true.</param>
    /// <param name="pointer">The member, as <c>/household/0/birthDate</c>.</param>
    /// <param name="rule">The number of the rule, such as <c>MAP-1</c>; null when only its form is wrong.</param>
    /// <param name="detail">What it must be, in the sender's words; never the value that was sent.</param>
    public FieldErrors Require(bool holds, string pointer, string? rule, string detail)
    {
        if (!holds)
        {
            _errors.Add(new FieldError(pointer, detail, rule));
        }

        return this;
    }

    /// <summary>The refusal. Call it only when <see cref="Any"/> is true.</summary>
    public ProblemHttpResult Problem() => Problem(Invalid);

    internal FieldErrors Add(string pointer, string detail)
    {
        _errors.Add(new FieldError(pointer, detail, Rule: null));
        return this;
    }

    internal ProblemHttpResult Problem(ProblemType type) =>
        TypedResults.Problem(
            statusCode: type.Status,
            title: type.Title,
            type: type.Uri,
            extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["errors"] = _errors }
        );
}

/// <summary>One invalid member.</summary>
/// <param name="Pointer">JSON Pointer (RFC 6901) into the request body.</param>
/// <param name="Detail">What it must be.</param>
/// <param name="Rule">The rule behind it; null when only its form is wrong.</param>
public sealed record FieldError(
    string Pointer,
    string Detail,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Rule
);
