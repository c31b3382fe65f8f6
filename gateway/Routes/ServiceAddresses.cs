namespace IntegrationPlatform.Gateway.Routes;

/// <summary>
/// The services behind the gateway and where their replicas are: <c>services:mapping:http:0</c>, <c>…:1</c> and so on.
/// </summary>
internal sealed class ServiceAddresses
{
    /// <summary>The names of the services, as in <c>/mapping/v1</c>.</summary>
    public static readonly IReadOnlyList<string> Names = ["mapping", "guidance", "programme", "grants", "settlement"];

    private readonly Dictionary<string, IReadOnlyList<Uri>> _replicas;

    /// <summary>Reads the addresses.</summary>
    /// <exception cref="InvalidOperationException">A service has none, or one is not an address.</exception>
    public ServiceAddresses(IConfiguration configuration) =>
        _replicas = Names.ToDictionary(
            name => name,
            name => (IReadOnlyList<Uri>)Read(configuration, name),
            StringComparer.Ordinal
        );

    /// <summary>The replicas of a service.</summary>
    public IReadOnlyList<Uri> Of(string service) => _replicas[service];

    private static List<Uri> Read(IConfiguration configuration, string service)
    {
        var setting = $"services:{service}:http";
        var addresses = configuration
            .GetSection(setting)
            .GetChildren()
            .Select(child =>
                Uri.TryCreate(child.Value, UriKind.Absolute, out var address)
                    ? address
                    : throw new InvalidOperationException($"{child.Path} is not an address.")
            )
            .ToList();
        return addresses.Count > 0 ? addresses : throw new InvalidOperationException($"{setting}:0 is missing.");
    }
}
