using System.Text.Json;
using System.Text.Json.Serialization;
using IntegrationPlatform.Hosting.Health;
using IntegrationPlatform.Hosting.Lifetime;
using IntegrationPlatform.Hosting.Limits;
using IntegrationPlatform.Hosting.OpenApi;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Telemetry;
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
        builder.Services.AddLimits();
        builder.Services.AddProblems();
        builder.Services.AddLifetime();
        builder.Services.AddMaskinportenTokens();
        builder.Services.AddApiDocument();
        builder.AddTelemetry();
        builder.Services.ConfigureHttpJsonOptions(options => BeStrict(options.SerializerOptions));
        return builder;
    }

    /// <summary>Uses what <see cref="AddServiceDefaults"/> added.</summary>
    /// <param name="app">The application.</param>
    /// <param name="withCaller">Adds what comes when the caller is known, and before the caller may be refused.</param>
    public static WebApplication UseServiceDefaults(this WebApplication app, Action<WebApplication>? withCaller = null)
    {
        app.UseProblems();
        app.UseRequestTimeouts();
        app.Use(new BodyLimit(app.Services.GetRequiredService<LimitSettings>()).HoldAsync);
        app.Use(KnownCharset.HoldAsync);
        app.UseAuthentication();
        withCaller?.Invoke(app);
        app.UseAuthorization();
        app.MapHealth();
        app.MapApiDocument();
        return app;
    }

    // A request says exactly what it means: no unknown member, none twice, no number as text, none left out unless it is optional
    // (has a default or is nullable with one), no null where none can be, enums by name.
    private static void BeStrict(JsonSerializerOptions json)
    {
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.AllowDuplicateProperties = false;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
    }
}
