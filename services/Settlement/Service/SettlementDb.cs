using IntegrationPlatform.Messaging;
using IntegrationPlatform.Parties;
using IntegrationPlatform.Persistence;
using IntegrationPlatform.Persistence.Database;
using IntegrationPlatform.Settlement.AnswerDeadline;
using IntegrationPlatform.Settlement.Deliveries;
using IntegrationPlatform.Settlement.Elements;
using IntegrationPlatform.Settlement.Handoffs;
using IntegrationPlatform.Settlement.Households;
using IntegrationPlatform.Settlement.Notices;
using IntegrationPlatform.Settlement.ProgrammeStarts;
using IntegrationPlatform.Settlement.Recommendations;
using IntegrationPlatform.Settlement.Requests;
using IntegrationPlatform.Settlement.Subscriptions;
using IntegrationPlatform.Settlement.Transfers;
using IntegrationPlatform.Settlement.YearlyNumbers;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement;

/// <summary>The settlement service's database.</summary>
public sealed class SettlementDb(DbContextOptions<SettlementDb> options) : DbContext(options)
{
    /// <summary>The service's copy of the clusters.</summary>
    public DbSet<Cluster> Clusters => Set<Cluster>();

    /// <summary>Households.</summary>
    public DbSet<Household> Households => Set<Household>();

    /// <summary>Residents, as far as settlement knows them.</summary>
    public DbSet<Member> Members => Set<Member>();

    /// <summary>Elements that residents completed.</summary>
    public DbSet<CompletedElement> Elements => Set<CompletedElement>();

    /// <summary>Yearly numbers.</summary>
    public DbSet<YearlyNumber> YearlyNumbers => Set<YearlyNumber>();

    /// <summary>Recommendations.</summary>
    public DbSet<Recommendation> Recommendations => Set<Recommendation>();

    /// <summary>Requests to municipalities.</summary>
    public DbSet<SettlementRequest> Requests => Set<SettlementRequest>();

    /// <summary>Accepted residents.</summary>
    public DbSet<Handoff> Handoffs => Set<Handoff>();

    /// <summary>Transfers being collected and sent.</summary>
    public DbSet<Transfer> Transfers => Set<Transfer>();

    /// <summary>Events to IMDinett.</summary>
    public DbSet<Delivery> Deliveries => Set<Delivery>();

    /// <summary>What organisations are told of their cases.</summary>
    public DbSet<Notice> Notices => Set<Notice>();

    /// <summary>Organisations that are told by webhook.</summary>
    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.UsePlatformConventions();

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessaging();
        modelBuilder.AddPersistence(SettlementPolicy.Shipped);
        modelBuilder.AddClusters();
        modelBuilder.AddSaga<AnswerWait>("answer_waits");
        modelBuilder.AddSaga<Transfer>("transfers");
        modelBuilder.AddSaga<ProgrammeStartWait>("programme_start_waits");
        modelBuilder.Entity<Household>(household =>
        {
            household.ToTable("households");
            household.Property(h => h.Id).ValueGeneratedNever();
            household.Ignore(h => h.Present);
            household.HasMany(h => h.Members).WithOne().HasForeignKey(m => m.HouseholdId);
        });
        modelBuilder.Entity<Member>(member =>
        {
            member.ToTable("members");
            member.HasKey(m => m.ResidentId);
            member.Property(m => m.ResidentId).ValueGeneratedNever();
        });
        modelBuilder.Entity<CompletedElement>(element =>
        {
            element.ToTable("completed_elements");
            element.HasKey(e => new { e.ResidentId, e.Element });
        });
        modelBuilder.Entity<YearlyNumber>(number =>
        {
            number.ToTable(
                "yearly_numbers",
                table => table.HasCheckConstraint("yearly_number_is_kept", "accepted between 0 and persons")
            );
            number.Property(n => n.Id).ValueGeneratedNever();
            number.HasIndex(n => new { n.Municipality, n.Year }).IsUnique();
        });
        modelBuilder.Entity<Recommendation>(recommendation =>
        {
            recommendation.ToTable("recommendations");
            recommendation.Property(r => r.Id).ValueGeneratedNever();
            recommendation.HasIndex(r => r.HouseholdId);
        });
        modelBuilder.Entity<SettlementRequest>(request =>
        {
            request.ToTable("settlement_requests");
            request.Property(r => r.Id).ValueGeneratedNever();
            request.HasIndex(r => r.HouseholdId, "one_open_request").IsUnique().HasFilter("state = 'Open'");
            request.HasIndex(r => r.HouseholdId);
            request.HasIndex(r => new { r.Organisation, r.State });
        });
        modelBuilder.Entity<Handoff>(handoff =>
        {
            handoff.ToTable("handoffs");
            handoff.Property(h => h.Id).ValueGeneratedNever();
            handoff.HasIndex(h => h.ResidentId).IsUnique();
            handoff.HasIndex(h => h.HouseholdId);
            handoff.OwnsOne(h => h.Content, content => content.ToJson("content"));
            handoff.Ignore(h => h.State);
        });
        modelBuilder.Entity<Delivery>(delivery =>
        {
            delivery.ToTable("deliveries");
            delivery.Property(d => d.Id).ValueGeneratedNever();
            delivery.HasIndex(d => new { d.ResidentId, d.Sequence }).IsUnique();
            delivery.HasIndex(d => d.NextAttemptAt).HasFilter("state = 'Pending'");
            delivery.HasIndex(d => d.ReceiverGone).HasFilter("receiver_gone");
            delivery.HasIndex(d => new { d.Transaction, d.Id });
            delivery.Property(d => d.Transaction).HasDefaultValueSql("pg_current_xact_id()::text::bigint");
            delivery.HasMany(d => d.Attempts).WithOne().HasForeignKey(a => a.DeliveryId);
        });
        modelBuilder.Entity<DeliveryAttempt>(attempt =>
        {
            attempt.ToTable("delivery_attempts");
            attempt.Property(a => a.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<Notice>(notice =>
        {
            notice.ToTable("notices");
            notice.Property(n => n.Id).ValueGeneratedNever();
            notice.Property(n => n.Data).HasColumnType("json");
            notice.Property(n => n.Transaction).HasDefaultValueSql("pg_current_xact_id()::text::bigint");
            notice.Ignore(n => n.Place);
            notice.HasIndex(n => new
            {
                n.Organisation,
                n.Transaction,
                n.Id,
            });
            notice.HasIndex(n => n.Subject);
        });
        modelBuilder.Entity<Subscription>(subscription =>
        {
            subscription.ToTable("subscriptions");
            subscription.HasKey(s => s.Organisation);
            subscription.Ignore(s => s.Place);
        });
    }
}
