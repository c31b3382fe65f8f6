using System.Security.Cryptography;

namespace IntegrationPlatform.Client;

/// <summary>Where the platform is, and who calls it.</summary>
public sealed record PartnerSettings
{
    /// <summary>The gateway's address.</summary>
    public required Uri Gateway { get; init; }

    /// <summary>Maskinporten's identifier: <c>https://maskinporten.no/</c>, <c>https://test.maskinporten.no/</c>.</summary>
    public required Uri Issuer { get; init; }

    /// <summary>The client id at Maskinporten.</summary>
    public required string ClientId { get; init; }

    /// <summary>The id of the registered key.</summary>
    public required string KeyId { get; init; }

    /// <summary>The private key that the client registered at Maskinporten.</summary>
    public required RSA Key { get; init; }

    /// <summary>The scopes to ask for, such as <c>imdi:integrering/mapping.write</c>.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Organisation number of the one that a supplier acts for; null when it acts for itself.</summary>
    public string? ConsumerOrganisation { get; init; }
}
