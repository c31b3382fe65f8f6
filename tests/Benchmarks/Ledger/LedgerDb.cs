using IntegrationPlatform.Messaging;
using IntegrationPlatform.Persistence;
using IntegrationPlatform.Persistence.Database;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Benchmarks.Ledger;

/// <summary>The database of the service that consumes.</summary>
internal sealed class LedgerDb(DbContextOptions<LedgerDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessaging();
        modelBuilder.AddPersistence();
        modelBuilder.AddSaga<CaseState>("cases");
        modelBuilder.Entity<Entry>(entry =>
        {
            entry.ToTable("entries");
            entry.HasKey(e => e.ArrivalId);
            entry.Property(e => e.ArrivalId).ValueGeneratedNever();
        });
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.UsePlatformConventions();
}
