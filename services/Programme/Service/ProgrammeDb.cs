using IntegrationPlatform.Messaging;
using IntegrationPlatform.Parties;
using IntegrationPlatform.Persistence;
using IntegrationPlatform.Persistence.Database;
using IntegrationPlatform.Persistence.Personal;
using IntegrationPlatform.Programme.Commitments;
using IntegrationPlatform.Programme.Elements;
using IntegrationPlatform.Programme.Enrolments;
using IntegrationPlatform.Programme.NavAssessments;
using IntegrationPlatform.Programme.Plans;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Programme;

/// <summary>The programme service's database.</summary>
public sealed class ProgrammeDb(DbContextOptions<ProgrammeDb> options) : DbContext(options)
{
    /// <summary>Enrolments: the state of their sagas, one a resident.</summary>
    public DbSet<Enrolment> Enrolments => Set<Enrolment>();

    /// <summary>Recorded commitments.</summary>
    public DbSet<Commitment> Commitments => Set<Commitment>();

    /// <summary>NAV's assessments of need.</summary>
    public DbSet<NavAssessment> NavAssessments => Set<NavAssessment>();

    /// <summary>All versions of all plans.</summary>
    public DbSet<Plan> Plans => Set<Plan>();

    /// <summary>Completed elements of the introduction programme.</summary>
    public DbSet<Element> Elements => Set<Element>();

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
        modelBuilder.AddSaga<Enrolment>("enrolments");
        modelBuilder.Entity<Enrolment>(Enrolment.Configure);
        modelBuilder.Entity<Commitment>(Commitment.Configure);
        modelBuilder.Entity<NavAssessment>(NavAssessment.Configure);
        modelBuilder.Entity<Plan>(Plan.Configure);
        modelBuilder.Entity<Element>(Element.Configure);
    }
}
