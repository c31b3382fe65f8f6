using IntegrationPlatform.Guidance.Cases;
using IntegrationPlatform.Guidance.Contributions;
using IntegrationPlatform.Guidance.Notes;
using IntegrationPlatform.Guidance.Sessions;
using IntegrationPlatform.Messaging;
using IntegrationPlatform.Parties;
using IntegrationPlatform.Persistence;
using IntegrationPlatform.Persistence.Database;
using IntegrationPlatform.Persistence.Personal;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Guidance;

/// <summary>The guidance service's database.</summary>
public sealed class GuidanceDb(DbContextOptions<GuidanceDb> options) : DbContext(options)
{
    /// <summary>Guidance cases: the state of their sagas, one a resident.</summary>
    public DbSet<GuidanceCase> Cases => Set<GuidanceCase>();

    /// <summary>Sessions held.</summary>
    public DbSet<Session> Sessions => Set<Session>();

    /// <summary>All versions of all counsellor's notes.</summary>
    public DbSet<Note> Notes => Set<Note>();

    /// <summary>What NAV offices added.</summary>
    public DbSet<Contribution> Contributions => Set<Contribution>();

    /// <summary>The clusters.</summary>
    public DbSet<Cluster> Clusters => Set<Cluster>();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.UsePlatformConventions();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessaging();
        modelBuilder.AddPersistence(Figures.Shipped);
        modelBuilder.AddResidentKeys();
        modelBuilder.AddClusters();
        modelBuilder.AddSaga<GuidanceCase>("guidance_cases");
        modelBuilder.Entity<GuidanceCase>(GuidanceCase.Configure);
        modelBuilder.Entity<Session>(Session.Configure);
        modelBuilder.Entity<Note>(Note.Configure);
        modelBuilder.Entity<Contribution>(Contribution.Configure);
    }
}
