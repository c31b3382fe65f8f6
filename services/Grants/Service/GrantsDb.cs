using IntegrationPlatform.Grants.Allocations;
using IntegrationPlatform.Grants.Amounts;
using IntegrationPlatform.Grants.Appropriations;
using IntegrationPlatform.Grants.Clusters;
using IntegrationPlatform.Grants.Interests;
using IntegrationPlatform.Grants.Occupancy;
using IntegrationPlatform.Grants.Outcomes;
using IntegrationPlatform.Grants.Rounds;
using IntegrationPlatform.Grants.Selection;
using IntegrationPlatform.Messaging;
using IntegrationPlatform.Persistence;
using IntegrationPlatform.Persistence.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IntegrationPlatform.Grants;

/// <summary>The grants service's database.</summary>
public sealed class GrantsDb(DbContextOptions<GrantsDb> options) : DbContext(options)
{
    /// <summary>The rounds of host selection.</summary>
    public DbSet<Round> Rounds => Set<Round>();

    /// <summary>The expressions of interest, every version.</summary>
    public DbSet<Interest> Interests => Set<Interest>();

    /// <summary>The decisions.</summary>
    public DbSet<Decision> Decisions => Set<Decision>();

    /// <summary>Who hears the outcomes.</summary>
    public DbSet<Notification> Notifications => Set<Notification>();

    /// <summary>Where each round stands.</summary>
    public DbSet<HostSelection> Selections => Set<HostSelection>();

    /// <summary>The chosen clusters.</summary>
    public DbSet<ChosenCluster> Clusters => Set<ChosenCluster>();

    /// <summary>The residents' stays.</summary>
    public DbSet<Stay> Stays => Set<Stay>();

    /// <summary>The appropriation lines.</summary>
    public DbSet<AppropriationLine> Lines => Set<AppropriationLine>();

    /// <summary>The ledger: add, never change.</summary>
    public DbSet<LedgerEntry> Ledger => Set<LedgerEntry>();

    /// <summary>The allocations.</summary>
    public DbSet<Allocation> Allocations => Set<Allocation>();

    /// <summary>The payment orders.</summary>
    public DbSet<PaymentOrder> PaymentOrders => Set<PaymentOrder>();

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.UsePlatformConventions();
        configurationBuilder.Properties<Money>().HaveConversion<MoneyConversion>();
    }

    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessaging();
        modelBuilder.AddPersistence(GrantsPolicy.Shipped);
        modelBuilder.AddSaga<HostSelection>("host_selections");
        AddSelection(modelBuilder);
        AddMoney(modelBuilder);
        modelBuilder.Entity<Stay>(stay =>
        {
            stay.ToTable("stays");
            stay.HasKey(s => s.ResidentId);
            stay.Property(s => s.ResidentId).ValueGeneratedNever();
            stay.HasIndex(s => s.ClusterId);
        });
        // Nothing here is ever deleted together with something else.
        foreach (var key in modelBuilder.Model.GetEntityTypes().SelectMany(entity => entity.GetForeignKeys()))
        {
            key.DeleteBehavior = DeleteBehavior.Restrict;
        }
    }

    private static void AddSelection(ModelBuilder model)
    {
        model.Entity<Round>(round =>
        {
            round.ToTable("rounds");
            OwnId(round.Property(r => r.Id));
            round.HasMany(r => r.Invited).WithOne().HasForeignKey(i => i.RoundId);
        });
        model.Entity<Invitation>(invitation =>
        {
            invitation.ToTable("invitations");
            invitation.HasKey(i => new { i.RoundId, i.Municipality });
        });
        model.Entity<Interest>(interest =>
        {
            interest.ToTable("interests");
            OwnId(interest.Property(i => i.Id));
            interest
                .HasIndex(i => new
                {
                    i.RoundId,
                    i.Municipality,
                    i.Version,
                })
                .IsUnique();
            interest.ComplexProperty(i => i.Centre, c => c.ToJson("centre"));
            interest.ComplexProperty(i => i.CareerCentre, c => c.ToJson("career_centre"));
            interest.ComplexProperty(
                i => i.LetterOfIntent,
                letter =>
                {
                    letter.ToJson("letter_of_intent");
                    letter.ComplexCollection(l => l.Signatures);
                }
            );
            interest.HasOne<Round>().WithMany().HasForeignKey(i => i.RoundId);
            interest.HasMany(i => i.Assessments).WithOne().HasForeignKey(a => a.InterestId);
        });
        model.Entity<Assessment>(assessment =>
        {
            assessment.ToTable("assessments");
            assessment.HasKey(a => new { a.InterestId, a.Version });
        });
        model.Entity<Decision>(decision =>
        {
            decision.ToTable("decisions");
            decision.HasKey(d => d.RoundId);
            decision.Property(d => d.RoundId).ValueGeneratedNever();
            decision.PrimitiveCollection(d => d.Consulted).ElementType().HasConversion<string>();
            decision.HasOne<Round>().WithOne().HasForeignKey<Decision>(d => d.RoundId);
        });
        model.Entity<Notification>(notification =>
        {
            notification.ToTable("notifications");
            OwnId(notification.Property(n => n.Id));
            notification.HasIndex(n => n.RoundId);
        });
        model.Entity<ChosenCluster>(cluster =>
        {
            cluster.ToTable("chosen_clusters");
            OwnId(cluster.Property(c => c.Id));
            cluster.Property(c => c.Version);
            cluster.ComplexProperty(c => c.Revocation, r => r.ToJson("revocation"));
            cluster.HasIndex(c => c.InterestId).IsUnique();
        });
    }

    private static void AddMoney(ModelBuilder model)
    {
        model.Entity<AppropriationLine>(line =>
        {
            line.ToTable(
                "appropriation_lines",
                table =>
                {
                    // GRA-9: no line is ever overdrawn, whoever writes and however many at once.
                    table.HasCheckConstraint("never_overdrawn", "allocated between 0 and appropriated");
                    table.HasCheckConstraint("ordered_is_allocated", "ordered between 0 and allocated");
                }
            );
            OwnId(line.Property(l => l.Id));
            line.HasIndex(l => new { l.Year, l.Line }).IsUnique();
            KeptByLedger(line.Property(l => l.Appropriated));
            KeptByLedger(line.Property(l => l.Allocated));
            KeptByLedger(line.Property(l => l.Ordered));
            line.HasData(Appropriation2016.Lines);
        });
        model.Entity<LedgerEntry>(entry =>
        {
            entry.ToTable("ledger");
            OwnId(entry.Property(e => e.Id));
            entry.Property(e => e.Number).UseIdentityAlwaysColumn();
            entry.HasIndex(e => e.Number).IsUnique();
            entry.HasIndex(e => e.AllocationId);
            // GRA-9: nothing is corrected twice.
            entry.HasIndex(e => e.Corrects).IsUnique();
            entry.HasOne<AppropriationLine>().WithMany().HasForeignKey(e => e.LineId);
        });
        model.Entity<Allocation>(allocation =>
        {
            allocation.ToTable("allocations");
            OwnId(allocation.Property(a => a.Id));
            allocation.HasIndex(a => a.ClusterId);
            allocation.HasOne<AppropriationLine>().WithMany().HasForeignKey(a => a.LineId);
            allocation.HasOne<ChosenCluster>().WithMany().HasForeignKey(a => a.ClusterId);
            allocation.HasMany(a => a.Approvals).WithOne().HasForeignKey(a => a.AllocationId);
        });
        model.Entity<Approval>(approval =>
        {
            approval.ToTable("approvals");
            approval.HasKey(a => new { a.AllocationId, a.Person });
        });
        model.Entity<PaymentOrder>(order =>
        {
            order.ToTable("payment_orders");
            OwnId(order.Property(o => o.Id));
            order.HasIndex(o => o.AllocationId).IsUnique();
            order.HasOne<Allocation>().WithOne().HasForeignKey<PaymentOrder>(o => o.AllocationId);
        });
    }

    private static void OwnId(PropertyBuilder<Guid> id) => id.ValueGeneratedNever();

    private static void KeptByLedger(PropertyBuilder<Money> amount) =>
        amount.HasDefaultValue(Money.Zero).ValueGeneratedOnAddOrUpdate();

    private sealed class MoneyConversion() : ValueConverter<Money, long>(money => money.Ore, ore => new Money(ore));
}
