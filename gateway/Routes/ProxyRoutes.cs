using System.Globalization;
using IntegrationPlatform.Hosting.Limits;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.LoadBalancing;
using Yarp.ReverseProxy.Transforms;

namespace IntegrationPlatform.Gateway.Routes;

/// <summary>
/// What leads through the gateway, and nothing else does: <c>/{service}/v1/…</c> for callers with a token, and each
/// service's API document. Probes and operations of a service have no route.
/// </summary>
internal sealed class ProxyRoutes(ServiceAddresses addresses, LimitSettings limits)
{
    // A forwarded request has its own limit, ActivityTimeout: it ends in 504, where the other would say 400.
    private const string ByActivity = "Disable";
    private static readonly TimeSpan ProbeEvery = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ProbeTimeout = TimeSpan.FromSeconds(2);
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];
    private static readonly string[] Read = ["GET", "HEAD"];

    /// <summary>The routes.</summary>
    public IReadOnlyList<RouteConfig> Routes { get; } =
    [.. ServiceAddresses.Names.SelectMany(name => new[] { Api(name), Document(name) })];

    /// <summary>The services with their replicas.</summary>
    public IReadOnlyList<ClusterConfig> Clusters { get; } =
    [.. ServiceAddresses.Names.Select(name => Service(name, addresses.Of(name), limits))];

    private static RouteConfig Api(string service) =>
        new()
        {
            RouteId = service,
            ClusterId = service,
            Match = new RouteMatch { Path = $"/{service}/v1/{{**act}}", Methods = Methods },
            AuthorizationPolicy = ServiceAccess.PolicyOf(service),
            TimeoutPolicy = ByActivity,
        };

    private static RouteConfig Document(string service) =>
        new RouteConfig
        {
            RouteId = $"{service}-document",
            ClusterId = service,
            Match = new RouteMatch { Path = $"/openapi/{service}.json", Methods = Read },
            AuthorizationPolicy = "anonymous",
            TimeoutPolicy = ByActivity,
        }.WithTransformPathSet("/openapi.json");

    private static ClusterConfig Service(string name, IReadOnlyList<Uri> replicas, LimitSettings limits) =>
        new()
        {
            ClusterId = name,
            LoadBalancingPolicy = LoadBalancingPolicies.RoundRobin,
            Destinations = replicas
                .Select(
                    (address, i) =>
                        (
                            Name: string.Create(CultureInfo.InvariantCulture, $"{name}-{i + 1}"),
                            Destination: new DestinationConfig { Address = address.ToString() }
                        )
                )
                .ToDictionary(replica => replica.Name, replica => replica.Destination, StringComparer.Ordinal),
            HealthCheck = new HealthCheckConfig
            {
                Active = new ActiveHealthCheckConfig
                {
                    Enabled = true,
                    Path = "/ready",
                    Interval = ProbeEvery,
                    Timeout = ProbeTimeout,
                    Policy = HealthCheckConstants.ActivePolicy.ConsecutiveFailures,
                },
            },
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [ConsecutiveFailuresHealthPolicyOptions.ThresholdMetadataName] = "1",
            },
            HttpRequest = new ForwarderRequestConfig
            {
                ActivityTimeout = limits.Request,
                Version = System.Net.HttpVersion.Version11,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            },
        };
}
