using IntegrationPlatform.Imdinett.Receiving;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Imdinett.Pages;

/// <summary>The pages: which municipalities have somebody, and one municipality's inbox.</summary>
internal static class InboxPages
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", (HttpContext http, Inbox inbox) => Show(http, FrontPage.Of(inbox)));
        routes.MapGet(
            "/municipalities/{number}",
            (HttpContext http, string number, Inbox inbox) =>
                MunicipalityPage.Of(inbox, number) is { } page
                    ? (IResult)Show(http, page)
                    : TypedResults.Problem("Nobody was transferred there.", statusCode: StatusCodes.Status404NotFound)
        );
        routes.MapGet("/style.css", () => TypedResults.Text(Style.Sheet, "text/css; charset=utf-8"));
    }

    private static ContentHttpResult Show(HttpContext http, Html page)
    {
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; base-uri 'none'";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return TypedResults.Text(page.ToString(), "text/html; charset=utf-8");
    }
}
