using IntegrationPlatform.Messaging;
using IntegrationPlatform.Persistence;
using IntegrationPlatform.Persistence.Database;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Benchmarks.Intake;

/// <summary>The database of the intake service.</summary>
internal sealed class IntakeDb(DbContextOptions<IntakeDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessaging();
        modelBuilder.AddPersistence();
        modelBuilder.Entity<Arrival>(arrival =>
        {
            arrival.ToTable("arrivals");
            arrival.HasKey(a => a.ArrivalId);
            arrival.Property(a => a.ArrivalId).ValueGeneratedNever();
        });
        modelBuilder.Entity<CaseStep>(step =>
        {
            step.ToTable("case_steps");
            step.Property(s => s.Id).ValueGeneratedNever();
        });
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.UsePlatformConventions();
}
