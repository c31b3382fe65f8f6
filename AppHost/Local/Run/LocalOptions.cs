namespace IntegrationPlatform.Local.Run;

/// <summary>How the platform is started on this machine.</summary>
public sealed record LocalOptions
{
    /// <summary>The most replicas that the ports leave room for.</summary>
    public const int MostReplicas = 10;

    /// <summary>The checkout that its programs are built from.</summary>
    public required string Checkout { get; init; }

    /// <summary>Where its data, keys, logs and addresses are kept.</summary>
    public required string Folder { get; init; }

    /// <summary>Where its published programs are; several runs can share them.</summary>
    public required string Programs { get; init; }

    /// <summary>The ports.</summary>
    public required Addresses Addresses { get; init; }

    /// <summary>What is started: all of it, unless somebody needs less.</summary>
    public IReadOnlyList<Part> Parts { get; init; } = Platform.Parts;

    /// <summary>How many of each service.</summary>
    public int Replicas { get; init; } = 1;

    /// <summary>How many RabbitMQ nodes: one, or three as a cluster.</summary>
    public int RabbitMqNodes { get; init; } = 1;

    /// <summary>Hears of every step that is done, for somebody who waits.</summary>
    public Action<string>? Progress { get; init; }
}
