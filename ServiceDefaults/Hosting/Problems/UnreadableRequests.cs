using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Hosting.Problems;

/// <summary>
/// Answers a request that could not be read (malformed JSON, a missing or unknown member, a wrong type, a path that is
/// no id) with what was wrong and where, and never with what was sent.
/// </summary>
internal sealed partial class UnreadableRequests : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext,
        Exception exception,
        CancellationToken cancellationToken
    )
    {
        if (exception is not BadHttpRequestException unreadable)
        {
            return false;
        }

        await Answer(unreadable).ExecuteAsync(httpContext);
        return true;
    }

    private static ProblemHttpResult Answer(BadHttpRequestException unreadable)
    {
        if (unreadable.StatusCode != StatusCodes.Status400BadRequest)
        {
            return (GeneralProblems.For(unreadable.StatusCode) ?? GeneralProblems.Unreadable).With();
        }

        if (unreadable.InnerException is JsonException json)
        {
            return Errors(json).Problem(GeneralProblems.Unreadable);
        }

        return Parameter().Match(unreadable.Message) is { Success: true } parameter
            ? GeneralProblems.Unreadable.With(
                $"The parameter '{JsonNamingPolicy.CamelCase.ConvertName(parameter.Groups["name"].Value)}' is missing or malformed."
            )
            : GeneralProblems.Unreadable.With("The request needs a JSON body.");
    }

    private static FieldErrors Errors(JsonException json)
    {
        var at = Pointer(json.Path);
        var errors = new FieldErrors();
        if (Missing().Match(json.Message) is { Success: true } missing)
        {
            foreach (Capture name in missing.Groups["name"].Captures)
            {
                errors.Add($"{at}/{Escaped(name.Value)}", "Is required.");
            }

            return errors;
        }

        if (Unknown().IsMatch(json.Message))
        {
            return errors.Add(at, "Is not a member of this request.");
        }

        if (json.Message.StartsWith("Duplicate property", StringComparison.Ordinal))
        {
            return errors.Add(at, "Is there twice.");
        }

        // The reader stops where the text is not JSON; the binder where a value does not fit its member.
        return json.InnerException is JsonException
            ? errors.Add(
                at,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Is not valid JSON: line {json.LineNumber + 1}, byte {json.BytePositionInLine + 1}."
                )
            )
            : errors.Add(at, "Does not have the type or form it must have.");
    }

    // System.Text.Json says where in its own notation: $.household[0].birthDate or $['odd name'].
    private static string Pointer(string? path) =>
        string.Concat(Segment().Matches(path ?? "").Select(segment => "/" + Escaped(segment.Groups["name"].Value)));

    private static string Escaped(string name) =>
        name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    [GeneratedRegex(@"\.(?<name>[^.\[\]]+)|\['(?<name>.*?)'\]|\[(?<name>\d+)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Segment();

    [GeneratedRegex(
        "missing required properties including: ('(?<name>[^']+)',? ?)+",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Missing();

    [GeneratedRegex("could not be mapped to any .NET member", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unknown();

    [GeneratedRegex("parameter \"[^\"]* (?<name>[^\" ]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}
