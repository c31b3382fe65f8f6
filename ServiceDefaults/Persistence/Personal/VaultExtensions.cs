using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Persistence.Personal;

/// <summary>Personal data at rest: sealed with a key per resident that a master key wraps (ALL-1).</summary>
public static class VaultExtensions
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

    /// <summary>Adds the table of the residents' keys; call it from <c>OnModelCreating</c>.</summary>
    public static ModelBuilder AddResidentKeys(this ModelBuilder model) =>
        model.Entity<ResidentKey>(key =>
        {
            key.ToTable("resident_keys");
            key.HasKey(k => k.ResidentId);
            key.Property(k => k.ResidentId).ValueGeneratedNever();
        });

    /// <summary>
    /// A resident's key; makes it when there is none yet. Whoever seals holds a lock on a row of that resident, so that
    /// two never make a key at once.
    /// </summary>
    public static async Task<ResidentKey> KeyForSealingAsync(
        this DbContext db,
        Vault vault,
        Guid residentId,
        CancellationToken cancellation = default
    ) => await db.Set<ResidentKey>().FindAsync([residentId], cancellation) ?? db.Add(vault.NewKey(residentId)).Entity;

    /// <summary>A resident's key; null when nothing was ever sealed for the resident, or all of it is erased.</summary>
    public static async Task<ResidentKey?> KeyForOpeningAsync(
        this DbContext db,
        Guid residentId,
        CancellationToken cancellation = default
    ) => await db.Set<ResidentKey>().FindAsync([residentId], cancellation);

    /// <summary>Erases a resident's key, and with it the sense of everything sealed with it.</summary>
    public static Task EraseKeyAsync(this DbContext db, Guid residentId, CancellationToken cancellation = default) =>
        db.Set<ResidentKey>().Where(k => k.ResidentId == residentId).ExecuteDeleteAsync(cancellation);
}
