using Yarp.ReverseProxy.Configuration;

namespace IntegrationPlatform.Benchmarks.Gateway;

/// <summary>YARP and nothing else: one route to one address.</summary>
internal static class BareProxy
{
    public const string Name = "yarp";
    private const string Target = "BENCH_TARGET";

    /// <summary>Its settings.</summary>
    public static IReadOnlyDictionary<string, string?> To(int port) =>
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [Target] = $"http://127.0.0.1:{port}/",
            ["Logging__LogLevel__Default"] = "Warning",
        };

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateBuilder();
        var target = builder.Configuration[Target] ?? throw new BenchException($"{Target} is missing.");
        builder
            .Services.AddReverseProxy()
            .LoadFromMemory(
                [
                    new RouteConfig
                    {
                        RouteId = Name,
                        ClusterId = Name,
                        Match = new RouteMatch { Path = "/{**all}" },
                    },
                ],
                [
                    new ClusterConfig
                    {
                        ClusterId = Name,
                        Destinations = new Dictionary<string, DestinationConfig>(StringComparer.Ordinal)
                        {
                            [Name] = new() { Address = target },
                        },
                    },
                ]
            );
        await using var app = builder.Build();
        app.MapReverseProxy();
        await app.RunAsync();
    }
}
