using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IntegrationPlatform.Gateway.Documents;
using IntegrationPlatform.Hosting.Problems;

namespace IntegrationPlatform.Gateway.Problems;

/// <summary>
/// <c>GET /problems/{slug}</c>: what a problem's type means, at the very address that the problem names (RFC 9457), as
/// JSON or for a browser as a page; <c>GET /problems</c> lists all.
/// </summary>
internal static class ProblemPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/problems", ListAsync).AllowAnonymous();
        routes.MapGet("/problems/{slug}", ShowAsync).AllowAnonymous();
    }

    private static async Task<IResult> ListAsync(
        ServiceDocuments services,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var types = await AllAsync(services, cancellation);
        return Answer(
            http,
            types,
            () => $"<h1>Problem types</h1>{string.Concat(types.Select(type => $"<h2>{Link(type)}</h2>{About(type)}"))}"
        );
    }

    private static async Task<IResult> ShowAsync(
        string slug,
        ServiceDocuments services,
        HttpContext http,
        CancellationToken cancellation
    )
    {
        var type = (await AllAsync(services, cancellation)).FirstOrDefault(type => type.Slug == slug);
        return type is null
            ? GeneralProblems.NotFound.With()
            : Answer(http, type, () => $"<h1>{Text(type.Title)}</h1>{About(type)}");
    }

    // The gateway's own types are always at hand, also when no service is.
    private static async Task<IReadOnlyList<ProblemType>> AllAsync(
        ServiceDocuments services,
        CancellationToken cancellation
    )
    {
        var (documents, _) = await services.AtHandAsync(cancellation);
        return
        [
            .. documents
                .SelectMany(document => document[PlatformDocument.ProblemTypes]?.AsArray() ?? [])
                .Select(type => type.Deserialize<ProblemType>(JsonSerializerOptions.Web)!)
                .Concat(ProblemCatalogue.Of(typeof(ProblemPages).Assembly))
                .DistinctBy(type => type.Slug, StringComparer.Ordinal)
                .OrderBy(type => type.Slug, StringComparer.Ordinal),
        ];
    }

    private static IResult Answer(HttpContext http, object types, Func<string> page)
    {
        http.Response.Headers.Vary = "Accept";
        return http.Request.GetTypedHeaders().Accept.Any(accepted => accepted.MediaType == "text/html")
            ? TypedResults.Text(
                $"<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Problem types</title>{page()}</html>",
                "text/html",
                Encoding.UTF8
            )
            : TypedResults.Json(types, JsonSerializerOptions.Web);
    }

    private static string Link(ProblemType type) => $"<a href=\"{Text(type.Uri)}\">{Text(type.Slug)}</a>";

    private static string About(ProblemType type) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<p>{Text(type.Title)}.</p><p>Status {type.Status}{(type.Rule is null ? "" : $", rule {Text(type.Rule)}")}.</p>"
        );

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
