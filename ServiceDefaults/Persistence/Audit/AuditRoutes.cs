using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Persistence.Audit;

/// <summary>
/// The operator's route <c>GET /operations/audit</c>: it recomputes the chain while the service runs. It answers on the
/// service itself and never through the gateway.
/// </summary>
internal sealed class AuditRoutes<TDb> : IStartupFilter
    where TDb : DbContext
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(
                (http, rest) =>
                    (http.Request.Method, http.Request.Path.Value) is ("GET", "/operations/audit")
                        ? VerifyAsync(http)
                        : rest(http)
            );
            next(app);
        };

    private static async Task VerifyAsync(HttpContext http)
    {
        var report = await VerifyAudit.RunAsync(
            http.RequestServices.GetRequiredService<TDb>(),
            http.RequestServices.GetRequiredService<AuditKeys>(),
            http.RequestAborted
        );
        await http.Response.WriteAsJsonAsync(report, JsonSerializerOptions.Web, http.RequestAborted);
    }
}
