namespace IntegrationPlatform;

/// <summary>What a part of the platform is given when it starts.</summary>
[Flags]
public enum Need
{
    /// <summary>Nothing but an address.</summary>
    None = 0,

    /// <summary>A database of its own, brought up to date before it starts.</summary>
    Database = 1,

    /// <summary>The message broker.</summary>
    Broker = 2,

    /// <summary>The issuer whose access tokens it takes.</summary>
    Tokens = 4,

    /// <summary>The platform's clock.</summary>
    Clock = 8,

    /// <summary>The key to seal sections of a transfer with.</summary>
    Seal = 16,

    /// <summary>The key to open sections of a transfer with.</summary>
    Unseal = 32,

    /// <summary>A master key of its own for the personal data it holds.</summary>
    Identity = 64,

    /// <summary>IMDinett's address, and the key that transfer events are signed with.</summary>
    Imdinett = 128,

    /// <summary>The addresses of the services.</summary>
    Services = 256,

    /// <summary>The issuer's own keys, and the key that its clients sign with.</summary>
    IssuerKeys = 512,

    /// <summary>The key that signatures of transfer events are checked with, and a folder to keep what arrived.</summary>
    Inbox = 1024,

    /// <summary>The name under which partners' webhooks are called.</summary>
    Webhooks = 2048,
}

/// <summary>A process of the platform.</summary>
/// <param name="Name">Its name, in addresses, queues, logs and telemetry.</param>
/// <param name="Project">Its project, relative to the checkout.</param>
/// <param name="Port">Its port, counted from the platform's first port; replicas take the ones after it.</param>
/// <param name="Needs">What it is given.</param>
public sealed record Part(string Name, string Project, int Port, Need Needs)
{
    /// <summary>The name of its database and of that database's connection string, or null when it has none.</summary>
    public string? Database => Needs.HasFlag(Need.Database) ? $"{Name}-db" : null;

    /// <summary>True for the services, which can run as several replicas.</summary>
    public bool CanReplicate => Needs.HasFlag(Need.Database);

    /// <summary>The name of its assembly.</summary>
    public string Assembly => Path.GetFileNameWithoutExtension(Project);
}

/// <summary>
/// The platform's parts, stated once: what runs, what each needs, how it is reached. Aspire and the plain local start
/// both read it.
/// </summary>
public static class Platform
{
    /// <summary>Ports that the platform takes, from its first port on.</summary>
    public const int Ports = 60;

    /// <summary>The most nodes of the broker that the ports leave room for.</summary>
    public const int MostBrokerNodes = 3;

    /// <summary>PostgreSQL's port, counted from the platform's first port.</summary>
    public const int PostgresPort = 3;

    /// <summary>The broker's first port, counted from the platform's first port; up to three nodes.</summary>
    public const int BrokerPort = 4;

    /// <summary>The first port of the broker's distribution, counted from the platform's first port.</summary>
    public const int BrokerDistributionPort = 7;

    /// <summary>What every scope of the platform begins with.</summary>
    public const string ScopePrefix = "imdi:integrering/";

    private const Need Service = Need.Database | Need.Broker | Need.Tokens | Need.Clock;

    /// <summary>The only door.</summary>
    public static Part Gateway { get; } =
        new("gateway", "gateway/Gateway.csproj", 0, Need.Tokens | Need.Clock | Need.Services);

    /// <summary>The local token issuer; no production image holds it.</summary>
    public static Part Issuer { get; } = new("issuer", "AppHost/Issuer/Issuer.csproj", 1, Need.IssuerKeys);

    /// <summary>The stand-in for the receiver of settlement transfers.</summary>
    public static Part Imdinett { get; } = new("imdinett", "tests/Imdinett/Imdinett.csproj", 2, Need.Inbox);

    /// <summary>The five services.</summary>
    public static IReadOnlyList<Part> Services { get; } =
    [
        new("grants", "services/Grants/Service/Grants.csproj", 10, Service),
        new("mapping", "services/Mapping/Service/Mapping.csproj", 20, Service | Need.Seal | Need.Identity),
        new("guidance", "services/Guidance/Service/Guidance.csproj", 30, Service | Need.Seal | Need.Identity),
        new("programme", "services/Programme/Service/Programme.csproj", 40, Service | Need.Seal | Need.Identity),
        new(
            "settlement",
            "services/Settlement/Service/Settlement.csproj",
            50,
            Service | Need.Unseal | Need.Imdinett | Need.Webhooks
        ),
    ];

    /// <summary>Every scope, without its prefix.</summary>
    public static IReadOnlyList<string> Scopes { get; } =
    [
        .. Services.SelectMany(service => new[] { $"{service.Name}.read", $"{service.Name}.write" }),
        "mapping.permit",
        .. new[] { "mapping", "guidance", "programme", "settlement" }.Select(service => $"{service}.export"),
        "settlement.transfer",
    ];

    /// <summary>Every process, in the order in which they start.</summary>
    public static IReadOnlyList<Part> Parts { get; } = [Issuer, Imdinett, .. Services, Gateway];
}
