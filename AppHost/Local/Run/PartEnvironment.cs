using System.Globalization;

namespace IntegrationPlatform.Local.Run;

/// <summary>The settings that a part of a local run is started with: its needs, as environment variables.</summary>
/// <param name="Addresses">Where everything is.</param>
/// <param name="Secrets">The run's keys.</param>
/// <param name="Folder">The run's folder.</param>
/// <param name="Replicas">How many of each service there are.</param>
/// <param name="Database">The connection string of a part's database.</param>
/// <param name="Broker">The broker's address.</param>
public sealed record PartEnvironment(
    Addresses Addresses,
    LocalSecrets Secrets,
    string Folder,
    int Replicas,
    Func<Part, string> Database,
    string Broker
)
{
    /// <summary>The file with the clock's offset.</summary>
    public string ClockFile => Path.Combine(Folder, "clock");

    /// <summary>The variables of one replica, counted from 1.</summary>
    public IReadOnlyDictionary<string, string?> For(Part part, int replica) =>
        Settings(part)
            .Append(("ASPNETCORE_URLS", Addresses.Of(part, replica).ToString()))
            .Append(("DOTNET_ENVIRONMENT", "Development"))
            .Append(("ASPNETCORE_ENVIRONMENT", "Development"))
            .Append(("OTEL_SERVICE_NAME", part.Name))
            .Append(
                (
                    "OTEL_RESOURCE_ATTRIBUTES",
                    string.Create(CultureInfo.InvariantCulture, $"service.instance.id={part.Name}-{replica}")
                )
            )
            // Many small processes share a developer's machine: one heap each, and no counting for later optimisation.
            .Append(("DOTNET_gcServer", "0"))
            .Append(("DOTNET_TieredPGO", "0"))
            .ToDictionary(setting => setting.Item1, setting => (string?)setting.Item2);

    private IEnumerable<(string, string)> Settings(Part part)
    {
        var issuer = Addresses.Of(Platform.Issuer).ToString();
        var needs = part.Needs;
        if (needs.HasFlag(Need.Database))
        {
            yield return ($"ConnectionStrings__{part.Database}", Database(part));
        }

        if (needs.HasFlag(Need.Broker))
        {
            yield return ("ConnectionStrings__rabbitmq", Broker);
        }

        if (needs.HasFlag(Need.Tokens))
        {
            yield return ("Maskinporten__Issuer", issuer);
            yield return ("Maskinporten__Metadata", $"{issuer}.well-known/oauth-authorization-server");
        }

        if (needs.HasFlag(Need.Clock))
        {
            yield return ("PLATFORM_CLOCK_FILE", ClockFile);
        }

        if (needs.HasFlag(Need.Seal))
        {
            yield return ("Sealing__PublicKey", Secrets.SealingPublicKey);
        }

        if (needs.HasFlag(Need.Unseal))
        {
            yield return ("Sealing__PrivateKey", Secrets.SealingPrivateKey);
        }

        if (needs.HasFlag(Need.Identity))
        {
            yield return ("Identity__MasterKey", Secrets.IdentityMasterKey);
        }

        if (needs.HasFlag(Need.Imdinett))
        {
            yield return ("Imdinett__Url", Addresses.Of(Platform.Imdinett).ToString());
            yield return ("Imdinett__SigningKey", Secrets.ImdinettSigningKey);
            yield return ("Imdinett__AllowPrivateAddresses", "true");
        }

        if (needs.HasFlag(Need.Inbox))
        {
            yield return ("Imdinett__SigningKey", Secrets.ImdinettSigningKey);
            yield return ("Imdinett__Folder", Path.Combine(Folder, "imdinett"));
        }

        if (needs.HasFlag(Need.IssuerKeys))
        {
            yield return ("Issuer__Url", issuer);
            yield return ("Issuer__SigningKey", Secrets.IssuerSigningKey);
            yield return ("Issuer__ClientKey", Secrets.ClientPublicKey);
        }

        if (needs.HasFlag(Need.Services))
        {
            foreach (var service in Platform.Services)
            {
                for (var i = 0; i < Replicas; i++)
                {
                    yield return ($"services__{service.Name}__http__{i}", Addresses.Of(service, i + 1).ToString());
                }
            }
        }
    }
}
