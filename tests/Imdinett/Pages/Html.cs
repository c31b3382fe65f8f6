using System.Globalization;
using System.Net;

namespace IntegrationPlatform.Imdinett.Pages;

/// <summary>Markup. Everything that goes into it is escaped unless it is markup itself.</summary>
internal sealed record Html(string Markup)
{
    public static Html Empty { get; } = new("");

    /// <summary>Plain text.</summary>
    public static Html Text(string? text) => new(WebUtility.HtmlEncode(text ?? ""));

    /// <summary>Markup with values in it.</summary>
    public static Html Of(FormattableString template) =>
        new(string.Format(null, template.Format, [.. template.GetArguments().Select(a => (object)Escape(a))]));

    /// <summary>Several pieces in a row.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(p => p.Markup)));

    /// <summary>A whole page.</summary>
    public static Html Page(string title, Html content) =>
        Of(
            $"""
            <!doctype html>
            <html lang="nb">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>
            <link rel="stylesheet" href="/style.css">
            </head>
            <body>
            <header><a href="/">IMDinett <span>stedfortreder for lokal kjøring</span></a></header>
            <main><h1>{title}</h1>{content}</main>
            </body>
            </html>
            """
        );

    public override string ToString() => Markup;

    private static string Escape(object? value) =>
        value is Html html
            ? html.Markup
            : WebUtility.HtmlEncode(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
}
