using System.Security.Cryptography;
using IntegrationPlatform.Local.Processes;

namespace IntegrationPlatform.Local.Servers;

/// <summary>How a private PostgreSQL server is set up.</summary>
/// <param name="Folder">Holds its data and log; one that has data already is started with it.</param>
public sealed record PostgresOptions(string Folder)
{
    /// <summary>The port it listens on, on the loopback address.</summary>
    public int Port { get; init; } = FreePort.Next();

    /// <summary>The password of the superuser <c>postgres</c>; a folder with data keeps the one it was made with.</summary>
    public string Password { get; init; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>True when a commit survives a power cut; false is faster, and enough for tests.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Connections it allows: every replica of every service has a pool.</summary>
    public int MaxConnections { get; init; } = 500;
}
