using System.Security.Cryptography;
using IntegrationPlatform.Local.Processes;

namespace IntegrationPlatform.Local.Servers;

/// <summary>How a private RabbitMQ node is set up.</summary>
/// <param name="Folder">Holds its data, cookie and log; one that has data already is started with it.</param>
public sealed record RabbitMqOptions(string Folder)
{
    /// <summary>The node's name, before <c>@localhost</c>.</summary>
    public string Name { get; init; } = "rabbit";

    /// <summary>The port it takes AMQP on, on the loopback address.</summary>
    public int Port { get; init; } = FreePort.Next();

    /// <summary>The port of Erlang's distribution; <see cref="ErlangCall"/> uses it too.</summary>
    public int DistributionPort { get; init; } = FreePort.Next();

    /// <summary>The user; a folder with data keeps the user it was made with.</summary>
    public string User { get; init; } = "platform";

    /// <summary>The user's password.</summary>
    public string Password { get; init; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The secret that nodes of one cluster share.</summary>
    public string Cookie { get; init; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    /// <summary>True when a confirmed message survives a power cut; false is faster, and enough for tests.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>The names of all nodes of its cluster, the first node first; empty for a node alone.</summary>
    public IReadOnlyList<string> Cluster { get; init; } = [];

    /// <summary>The address of a virtual host, with user and password.</summary>
    public string Address(string virtualHost = "/") =>
        $"amqp://{User}:{Password}@127.0.0.1:{Port}/{(virtualHost == "/" ? "" : virtualHost)}";
}
