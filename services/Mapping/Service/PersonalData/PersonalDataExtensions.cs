namespace IntegrationPlatform.Mapping.PersonalData;

/// <summary>Adds the vault.</summary>
internal static class PersonalDataExtensions
{
    /// <summary>Adds the vault; the start stops with the setting's name when a key is missing or malformed.</summary>
    public static WebApplicationBuilder AddVault(this WebApplicationBuilder builder)
    {
        builder
            .Services.AddOptions<IdentitySettings>()
            .BindConfiguration(IdentitySettings.Section)
            .Validate(s => s.Hold(), "Identity:MasterKey is missing or is not 32 bytes in base64.")
            .ValidateOnStart();
        builder.Services.AddSingleton<Vault>();
        return builder;
    }
}
