using IntegrationPlatform.Hosting.Tokens;
using Microsoft.IdentityModel.Tokens;

namespace IntegrationPlatform.Issuer;

/// <summary>The registered clients: those of the configuration, and one for every organisation there can be.</summary>
internal sealed class Clients(IConfiguration configuration, IssuerSettings settings)
{
    private const string LocalPrefix = "local-";
    private readonly Dictionary<string, Client> _registered = configuration
        .GetSection("Issuer:Clients")
        .GetChildren()
        .Select(Registered)
        .ToDictionary(client => client.Id, StringComparer.Ordinal);

    /// <summary>Finds a client; null when there is none.</summary>
    public Client? Find(string id) => _registered.GetValueOrDefault(id) ?? Local(id);

    private Client? Local(string id)
    {
        if (
            settings.ClientKey is null
            || !id.StartsWith(LocalPrefix, StringComparison.Ordinal)
            || !OrganisationNumber.IsValid(id.AsSpan(LocalPrefix.Length))
        )
        {
            return null;
        }

        var key = new RsaSecurityKey(settings.ClientKey) { KeyId = id };
        return new Client(id, id[LocalPrefix.Length..], [key], Scopes: null, MayActFor: null);
    }

    private static Client Registered(IConfigurationSection section) =>
        new(
            Text(section, "Id"),
            Text(section, "Organisation"),
            [.. new JsonWebKeySet(Text(section, "Jwks")).GetSigningKeys()],
            Words(section["Scopes"]),
            Words(section["MayActFor"])
        );

    private static string Text(IConfigurationSection section, string name) =>
        section[name] ?? throw new InvalidOperationException($"{section.Path}:{name} is missing.");

    private static HashSet<string> Words(string? text) =>
        (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
