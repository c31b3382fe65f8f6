using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Messaging.Tests.Support;

public enum Size
{
    Small,
    ExtraLarge,
}

public sealed record OrderPlaced(Guid OrderId, int Number, Size Size = Size.Small);

public sealed record OrdersTaken(IReadOnlyList<OrderPlaced> Orders);

public sealed record OrderPaid(Guid OrderId);

public sealed record OrderStepped(Guid OrderId);

public sealed record OrdersRecounted(int Number);

public sealed record LineAdded(string Reference);

public sealed record OrderShipped(Guid OrderId, int Number);

public sealed record OrderForgotten(Guid OrderId);

public sealed record PaymentOverdue(Guid OrderId);

public sealed record AskState(Guid OrderId);

public sealed record StateOf(Guid OrderId, string State);

public sealed record AskPrice(Guid OrderId);

public sealed record Price(Guid OrderId, decimal Amount);

/// <summary>What a consumer did: one row for each time it ran to its end.</summary>
public sealed class Effect
{
    public long Id { get; init; }

    public required Guid About { get; init; }

    public required string What { get; init; }

    public int Number { get; init; }

    public string? Note { get; init; }
}

/// <summary>A row with a unique name, for races.</summary>
public sealed class Customer
{
    public required string Name { get; init; }

    public int Orders { get; set; }
}

/// <summary>The database of the shop.</summary>
public class ShopDb : DbContext
{
    /// <summary>A counter that counts further cannot be saved.</summary>
    public const int MostSteps = 1000;

    public ShopDb(DbContextOptions<ShopDb> options)
        : base(options) { }

    protected ShopDb(DbContextOptions options)
        : base(options) { }

    public DbSet<Effect> Effects => Set<Effect>();

    public DbSet<Customer> Customers => Set<Customer>();

    public DbSet<OrderState> Orders => Set<OrderState>();

    public DbSet<CounterState> Counters => Set<CounterState>();

    public DbSet<InvoiceState> Invoices => Set<InvoiceState>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddMessaging();
        modelBuilder.AddSaga<OrderState>("orders");
        modelBuilder.AddSaga<CounterState>("counters");
        modelBuilder
            .Entity<CounterState>()
            .ToTable(t => t.HasCheckConstraint("most_steps", $"\"Count\" <= {MostSteps}"));
        modelBuilder.AddSaga<InvoiceState>("invoices");
        modelBuilder.Entity<InvoiceState>().HasIndex(i => i.Reference).IsUnique();
        modelBuilder.Entity<Customer>().HasKey(c => c.Name);
    }
}

/// <summary>The database of the shop, all of it in a schema of its own.</summary>
public sealed class ShopInSchemaDb(DbContextOptions<ShopInSchemaDb> options) : ShopDb(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema("shop");
        base.OnModelCreating(modelBuilder);
    }
}
