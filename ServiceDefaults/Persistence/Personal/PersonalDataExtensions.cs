using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IntegrationPlatform.Persistence.Personal;

/// <summary>Personal data at rest: one key a resident, wrapped by the master key (ALL-1).</summary>
public static class PersonalDataExtensions
{
    /// <summary>Adds the master key; the start stops when it is missing.</summary>
    public static WebApplicationBuilder AddPersonalData(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MasterKey>();
        builder.Services.AddHostedService<MasterKeyAtStart>();
        return builder;
    }

    /// <summary>Adds the table of the residents' keys; call it from <c>OnModelCreating</c>.</summary>
    public static ModelBuilder AddPersonalData(this ModelBuilder model) =>
        model.Entity<ResidentKey>(key =>
        {
            key.ToTable("resident_keys");
            key.HasKey(k => k.ResidentId);
            key.Property(k => k.ResidentId).ValueGeneratedNever();
        });

    /// <summary>
    /// What encrypts for a resident; makes the key when there is none yet. Whoever writes for a resident holds a lock
    /// on a row of that resident, so that two never make a key at once.
    /// </summary>
    public static async Task<PersonalData> PersonalDataAsync(
        this DbContext db,
        MasterKey master,
        Guid residentId,
        CancellationToken cancellation = default
    )
    {
        if (await db.Set<ResidentKey>().FindAsync([residentId], cancellation) is { } row)
        {
            return new PersonalData(residentId, master.Unwrap(residentId, row.Wrapped));
        }

        var key = RandomNumberGenerator.GetBytes(AesGcmBox.KeyBytes);
        db.Add(new ResidentKey { ResidentId = residentId, Wrapped = master.Wrap(residentId, key) });
        return new PersonalData(residentId, key);
    }

    /// <summary>Erases a resident's key, and with it the sense of everything encrypted with it.</summary>
    public static Task ErasePersonalDataAsync(
        this DbContext db,
        Guid residentId,
        CancellationToken cancellation = default
    ) => db.Set<ResidentKey>().Where(k => k.ResidentId == residentId).ExecuteDeleteAsync(cancellation);

    /// <summary>Reads the master key before the service takes its first request.</summary>
    private sealed class MasterKeyAtStart(MasterKey key) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(key);
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
