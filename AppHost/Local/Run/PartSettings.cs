namespace IntegrationPlatform.Local.Run;

/// <summary>A setting of a part, as an environment variable.</summary>
/// <param name="Name">The variable.</param>
/// <param name="Value">Its value in a local run.</param>
/// <param name="LocalOnly">True for what only a local run has.</param>
public sealed record PartSetting(string Name, string Value, bool LocalOnly = false);

/// <summary>The settings of the parts of a local run that depend on no server: keys, clock, issuer, IMDinett.</summary>
/// <param name="addresses">Where everything is.</param>
/// <param name="secrets">The run's keys.</param>
/// <param name="folder">The run's folder.</param>
public sealed class PartSettings(Addresses addresses, LocalSecrets secrets, string folder)
{
    /// <summary>The file with the clock's offset.</summary>
    public string ClockFile => Path.Combine(folder, "clock");

    /// <summary>A part's settings.</summary>
    public IReadOnlyList<PartSetting> Of(Part part) => [.. Common(), .. For(part)];

    private static IEnumerable<PartSetting> Common() =>
        [
            new("DOTNET_ENVIRONMENT", "Development", LocalOnly: true),
            new("ASPNETCORE_ENVIRONMENT", "Development", LocalOnly: true),
            // Many small processes share a developer's machine: one heap each, and no counting for later optimisation.
            new("DOTNET_gcServer", "0", LocalOnly: true),
            new("DOTNET_TieredPGO", "0", LocalOnly: true),
            // A log file has no other clock. Without its name the formatter does not take these.
            new("Logging__Console__FormatterName", "simple", LocalOnly: true),
            new("Logging__Console__FormatterOptions__TimestampFormat", "yyyy-MM-ddTHH:mm:ss.fffZ ", LocalOnly: true),
            new("Logging__Console__FormatterOptions__UseUtcTimestamp", "true", LocalOnly: true),
        ];

    private IEnumerable<PartSetting> For(Part part)
    {
        var issuer = addresses.Of(Platform.Issuer).ToString();
        var needs = part.Needs;
        if (needs.HasFlag(Need.Tokens))
        {
            yield return new("Maskinporten__Issuer", issuer);
            yield return new("Maskinporten__Metadata", $"{issuer}.well-known/oauth-authorization-server");
        }

        if (needs.HasFlag(Need.Clock))
        {
            yield return new("PLATFORM_CLOCK_FILE", ClockFile, LocalOnly: true);
        }

        if (needs.HasFlag(Need.Seal))
        {
            yield return new("Sealing__PublicKey", secrets.SealingPublicKey);
        }

        if (needs.HasFlag(Need.Unseal))
        {
            yield return new("Sealing__PrivateKey", secrets.SealingPrivateKey);
        }

        if (part.Database is not null)
        {
            yield return new("Audit__Key", secrets.AuditKeys[part.Name]);
        }

        if (needs.HasFlag(Need.Identity))
        {
            yield return new("Identity__MasterKey", secrets.IdentityMasterKeys[part.Name]);
        }

        if (needs.HasFlag(Need.Imdinett))
        {
            yield return new("Imdinett__Url", addresses.Of(Platform.Imdinett).ToString());
            yield return new("Imdinett__AllowPrivateAddresses", "true", LocalOnly: true);
        }

        if (needs.HasFlag(Need.Imdinett) || needs.HasFlag(Need.Inbox))
        {
            yield return new("Imdinett__SigningKey", secrets.ImdinettSigningKey);
        }

        if (needs.HasFlag(Need.Webhooks))
        {
            yield return new("Subscriptions__Origin", "integrering.localhost");
            yield return new("Subscriptions__AllowPrivateAddresses", "true", LocalOnly: true);
        }

        if (needs.HasFlag(Need.Inbox))
        {
            yield return new("Imdinett__Folder", Path.Combine(folder, "imdinett"), LocalOnly: true);
        }

        if (needs.HasFlag(Need.IssuerKeys))
        {
            yield return new("Issuer__Url", issuer);
            yield return new("Issuer__SigningKey", secrets.IssuerSigningKey);
            yield return new("Issuer__ClientKey", secrets.ClientPublicKey);
        }
    }
}
