namespace IntegrationPlatform.Gateway.Documents;

/// <summary>
/// <c>/docs</c>: the document as a page to read and to try (Swagger UI). All of it comes from the gateway itself, and
/// its policy lets it load and call nothing else.
/// </summary>
internal static class ReadingPage
{
    private const string Place = "docs";

    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void Use(IApplicationBuilder app)
    {
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments($"/{Place}", StringComparison.Ordinal),
            page =>
                page.Use(
                    (context, next) =>
                    {
                        context.Response.Headers.ContentSecurityPolicy = Policy;
                        return next(context);
                    }
                )
        );
        app.UseSwaggerUI(ui =>
        {
            ui.RoutePrefix = Place;
            ui.DocumentTitle = "Integration platform: API";
            ui.SwaggerEndpoint(DocumentRoutes.Path, "The whole platform");
            ui.EnableDeepLinking();
            ui.DisplayOperationId();
            ui.DefaultModelsExpandDepth(0);
        });
    }
}
