using IntegrationPlatform.Counting.Cases;
using IntegrationPlatform.Counting.Counts;
using IntegrationPlatform.Messaging;
using IntegrationPlatform.Persistence;
using IntegrationPlatform.Persistence.Database;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Counting;

/// <summary>The database of the counting service. Nothing in it is unique that an effect applied twice would break: it would be counted.</summary>
internal sealed class CountingDb(DbContextOptions<CountingDb> options) : DbContext(options)
{
    public DbSet<Total> Totals => Set<Total>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessaging();
        modelBuilder.AddPersistence();
        modelBuilder.AddSaga<CaseState>("case_states");
        modelBuilder.Entity<Case>(opened =>
        {
            opened.ToTable("cases");
            opened.Property(c => c.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<Entry>(entry =>
        {
            entry.ToTable("entries");
            entry.Property(e => e.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<Total>(total =>
        {
            total.ToTable("totals");
            total.HasKey(t => t.Line);
            total.Property(t => t.Line).ValueGeneratedNever();
            total.Property(t => t.RowVersion).IsRowVersion();
        });
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.UsePlatformConventions();
}
