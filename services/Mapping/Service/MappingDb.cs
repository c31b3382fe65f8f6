using IntegrationPlatform.Mapping.Deadline;
using IntegrationPlatform.Mapping.Languages;
using IntegrationPlatform.Mapping.Mappings;
using IntegrationPlatform.Mapping.Residents;
using IntegrationPlatform.Messaging;
using IntegrationPlatform.Parties;
using IntegrationPlatform.Persistence;
using IntegrationPlatform.Persistence.Database;
using IntegrationPlatform.Persistence.Personal;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Mapping;

/// <summary>The database of the mapping service.</summary>
public sealed class MappingDb(DbContextOptions<MappingDb> options) : DbContext(options)
{
    /// <summary>Residents, also those who left.</summary>
    public DbSet<Resident> Residents => Set<Resident>();

    /// <summary>The keys of their personal data; an erased resident has none.</summary>
    public DbSet<ResidentKey> ResidentKeys => Set<ResidentKey>();

    /// <summary>UDI's decisions on permits.</summary>
    public DbSet<PermitDecision> PermitDecisions => Set<PermitDecision>();

    /// <summary>Every submitted version of every mapping.</summary>
    public DbSet<MappingVersion> MappingVersions => Set<MappingVersion>();

    /// <summary>Deadlines as the saga knows them.</summary>
    public DbSet<MappingDeadline> Deadlines => Set<MappingDeadline>();

    /// <summary>Languages of the form.</summary>
    public DbSet<Language> Languages => Set<Language>();

    /// <summary>The copy of the clusters.</summary>
    public DbSet<Cluster> Clusters => Set<Cluster>();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessaging();
        modelBuilder.AddPersistence(DeadlinePolicy.Shipped);
        modelBuilder.AddClusters();
        modelBuilder.AddResidentKeys();
        modelBuilder.AddSaga<MappingDeadline>("mapping_deadlines");
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(MappingDb).Assembly);
    }

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.UsePlatformConventions();
}
