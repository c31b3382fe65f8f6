using IntegrationPlatform.Hosting.Limits;
using IntegrationPlatform.Persistence.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Persistence.Requests;

/// <summary>The routes of a service.</summary>
public static class ServiceRoutes
{
    /// <summary>
    /// The group <c>/{name}/v1</c> that every endpoint of a service hangs on: callers are authenticated, and a request
    /// that changes something is one transaction with its Idempotency-Key.
    /// </summary>
    public static RouteGroupBuilder MapService<TDb>(this WebApplication app, string name)
        where TDb : DbContext
    {
        // In memory, up to the limit: a body may hold personal data and must not end up in a temporary file.
        var limit = (int)app.Services.GetRequiredService<LimitSettings>().BodyBytes + 1;
        app.UseWhen(
            context => context.Request.Headers.ContainsKey("Idempotency-Key"),
            branch =>
                branch.Use(
                    (context, next) =>
                    {
                        context.Request.EnableBuffering(limit);
                        return next(context);
                    }
                )
        );
        var group = app.MapGroup($"/{name}/v1").RequireAuthorization();
        group.AddEndpointFilter<OneTransaction<TDb>>();
        PolicyRoutes<TDb>.Map(group, name);
        return group;
    }
}
