using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IntegrationPlatform.Hosting.Limits;

/// <summary>Holds requests and connections within their limits.</summary>
internal static class LimitExtensions
{
    public static IServiceCollection AddLimits(this IServiceCollection services)
    {
        services.AddSingleton(provider => LimitSettings.From(provider.GetRequiredService<IConfiguration>()));
        services.AddRequestTimeouts();
        services
            .AddOptions<RequestTimeoutOptions>()
            .Configure<LimitSettings>(
                (options, limits) => options.DefaultPolicy = new RequestTimeoutPolicy { Timeout = limits.Request }
            );
        services
            .AddOptions<HostOptions>()
            .Configure<LimitSettings>((options, limits) => options.ShutdownTimeout = limits.Drain + limits.Shutdown);
        services
            .AddOptions<KestrelServerOptions>()
            .Configure<LimitSettings>(
                (options, limits) =>
                {
                    options.AddServerHeader = false;
                    options.Limits.MaxRequestBodySize = limits.BodyBytes;
                    options.Limits.MaxRequestHeadersTotalSize = limits.HeaderBytes;
                    options.Limits.RequestHeadersTimeout = limits.Headers;
                    options.Limits.KeepAliveTimeout = limits.Idle;
                    options.Limits.MinRequestBodyDataRate = Slowest(limits);
                    options.Limits.MinResponseDataRate = Slowest(limits);
                    options.Limits.MaxConcurrentConnections = limits.Connections;
                    options.Limits.Http2.MaxStreamsPerConnection = limits.Streams;
                }
            );
        return services;
    }

    private static MinDataRate Slowest(LimitSettings limits) => new(limits.SlowestBytesPerSecond, limits.SlowFor);
}
