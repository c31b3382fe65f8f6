using IntegrationPlatform.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace IntegrationPlatform.Gateway.Tests;

/// <summary>A service that says what reached it.</summary>
internal static class Echo
{
    public static Task<TestApp> StartAsync(string name = "mapping") =>
        TestApp.StartAsync(app =>
        {
            app.Map(
                    $"/{name}/v1/{{**rest}}",
                    (HttpRequest request) =>
                        new Heard(
                            request.Method,
                            request.Path + request.QueryString.ToString(),
                            request.Headers.ToDictionary(
                                h => h.Key,
                                h => h.Value.ToString(),
                                StringComparer.OrdinalIgnoreCase
                            )
                        )
                )
                .AllowAnonymous();
            app.MapPost($"/{name}/v1/slow", Slow).AllowAnonymous();
            app.MapPost($"/{name}/v1/cut", Cut).AllowAnonymous();
            app.Map("/operations/{**rest}", () => "operations").AllowAnonymous();
        });

    private static async Task<string> Slow(CancellationToken cancellation)
    {
        await Task.Delay(Timeout.Infinite, cancellation);
        return "";
    }

    private static void Cut(HttpContext context) => context.Abort();

    internal sealed record Heard(string Method, string Address, Dictionary<string, string> Headers);
}
