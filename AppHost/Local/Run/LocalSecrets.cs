using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace IntegrationPlatform.Local.Run;

/// <summary>
/// The keys and passwords of a local run, made at its first start and kept in <c>.local/secrets.json</c>. A PEM stands
/// in base64, as the settings of the services take it.
/// </summary>
public sealed record LocalSecrets
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Seals sections of a transfer.</summary>
    public required string SealingPublicKey { get; init; }

    /// <summary>Opens sections of a transfer.</summary>
    public required string SealingPrivateKey { get; init; }

    /// <summary>What wraps the keys of residents' personal data in a service, by the part's name: 32 bytes in base64.</summary>
    public required IReadOnlyDictionary<string, string> IdentityMasterKeys { get; init; }

    /// <summary>Seals a service's audit, by the part's name: 32 bytes in base64.</summary>
    public IReadOnlyDictionary<string, string> AuditKeys { get; init; } = new Dictionary<string, string>();

    /// <summary>Signs transfer events to IMDinett: 32 bytes, in the form of Standard Webhooks.</summary>
    public required string ImdinettSigningKey { get; init; }

    /// <summary>Signs the local issuer's access tokens.</summary>
    public required string IssuerSigningKey { get; init; }

    /// <summary>Signs the JWT grants of local clients.</summary>
    public required string ClientPrivateKey { get; init; }

    /// <summary><see cref="ClientPrivateKey"/> as PEM.</summary>
    [JsonIgnore]
    public string ClientKeyPem => Encoding.UTF8.GetString(Convert.FromBase64String(ClientPrivateKey));

    /// <summary>Checks the JWT grants of local clients.</summary>
    public required string ClientPublicKey { get; init; }

    /// <summary>The password of PostgreSQL's superuser.</summary>
    public required string PostgresPassword { get; init; }

    /// <summary>The password of each service's role in PostgreSQL, by the part's name.</summary>
    public required IReadOnlyDictionary<string, string> DatabasePasswords { get; init; }

    /// <summary>The password of RabbitMQ's user.</summary>
    public required string RabbitMqPassword { get; init; }

    /// <summary>The secret that RabbitMQ's nodes share.</summary>
    public required string RabbitMqCookie { get; init; }

    /// <summary>Reads the secrets of a folder, and makes them where there are none.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="parts">The parts that have secrets of their own.</param>
    public static LocalSecrets In(string folder, IReadOnlyList<Part> parts)
    {
        var file = Path.Combine(folder, "secrets.json");
        if (File.Exists(file))
        {
            // A folder from before there were audit keys gets them now, and keeps them.
            var known = JsonSerializer.Deserialize<LocalSecrets>(File.ReadAllText(file), Json)!;
            if (known.AuditKeys.Count == 0)
            {
                known = known with { AuditKeys = MakeAuditKeys(parts) };
                PrivateFile.Write(file, JsonSerializer.Serialize(known, Json));
            }

            return known;
        }

        var secrets = Make(parts);
        PrivateFile.Write(file, JsonSerializer.Serialize(secrets, Json));
        return secrets;
    }

    private static LocalSecrets Make(IReadOnlyList<Part> parts)
    {
        using var sealing = RSA.Create(2048);
        using var issuer = RSA.Create(2048);
        using var client = RSA.Create(2048);
        return new LocalSecrets
        {
            SealingPublicKey = Base64(sealing.ExportSubjectPublicKeyInfoPem()),
            SealingPrivateKey = Base64(sealing.ExportPkcs8PrivateKeyPem()),
            IdentityMasterKeys = parts
                .Where(part => part.Needs.HasFlag(Need.Identity))
                .ToDictionary(part => part.Name, _ => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))),
            AuditKeys = MakeAuditKeys(parts),
            ImdinettSigningKey = $"whsec_{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}",
            IssuerSigningKey = Base64(issuer.ExportPkcs8PrivateKeyPem()),
            ClientPrivateKey = Base64(client.ExportPkcs8PrivateKeyPem()),
            ClientPublicKey = Base64(client.ExportSubjectPublicKeyInfoPem()),
            PostgresPassword = Password(),
            DatabasePasswords = parts
                .Where(part => part.Database is not null)
                .ToDictionary(part => part.Name, _ => Password()),
            RabbitMqPassword = Password(),
            RabbitMqCookie = Password(),
        };
    }

    private static Dictionary<string, string> MakeAuditKeys(IReadOnlyList<Part> parts) =>
        parts
            .Where(part => part.Database is not null)
            .ToDictionary(part => part.Name, _ => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));

    private static string Base64(string pem) => Convert.ToBase64String(Encoding.UTF8.GetBytes(pem));

    private static string Password() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
}
