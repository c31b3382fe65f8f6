using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Hosting;

/// <summary>What every process of the platform has in common.</summary>
public static class ServiceDefaults
{
    /// <summary>Adds clock, tokens, problem details, health, telemetry and OpenAPI.</summary>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TimeProvider>(services => new PlatformClock(
            services.GetRequiredService<IConfiguration>()[PlatformClock.FileSetting]
        ));
        builder.Services.AddProblemDetails();
        builder.Services.AddHealthChecks();
        builder.Services.AddMaskinportenTokens();
        builder.Services.AddOpenApi();
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
            options.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            options.SerializerOptions.RespectNullableAnnotations = true;
            options.SerializerOptions.RespectRequiredConstructorParameters = true;
        });
        return builder;
    }

    /// <summary>Uses what <see cref="AddServiceDefaults"/> added.</summary>
    public static WebApplication UseServiceDefaults(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapOpenApi("/openapi.json").AllowAnonymous();
        return app;
    }
}
