using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Messaging;

/// <summary>Messaging with exactly-once effect for a service and its database.</summary>
public static class MessagingExtensions
{
    /// <summary>Adds the bus, the inbox, the outbox and the service's consumers and sagas.</summary>
    public static WebApplicationBuilder AddMessaging<TDb>(
        this WebApplicationBuilder builder,
        string service,
        Action<MessagingBuilder<TDb>> configure
    )
        where TDb : DbContext
    {
        ArgumentException.ThrowIfNullOrEmpty(service);
        configure(new MessagingBuilder<TDb>());
        return builder;
    }

    /// <summary>Adds the inbox and outbox tables; call it from <c>OnModelCreating</c>.</summary>
    public static ModelBuilder AddMessaging(this ModelBuilder model) => model;

    /// <summary>Maps a saga's state to its table; call it from <c>OnModelCreating</c>.</summary>
    public static ModelBuilder AddSaga<TState>(this ModelBuilder model, string table)
        where TState : SagaState =>
        model.Entity<TState>(saga =>
        {
            saga.ToTable(table);
            saga.HasKey(s => s.CorrelationId);
            saga.Property(s => s.CorrelationId).ValueGeneratedNever();
            saga.Property(s => s.RowVersion).IsRowVersion();
        });
}

/// <summary>What a service consumes.</summary>
public sealed class MessagingBuilder<TDb>
    where TDb : DbContext
{
    /// <summary>Adds a consumer on a queue of its own.</summary>
    public MessagingBuilder<TDb> AddConsumer<TConsumer>()
        where TConsumer : class, IConsumer => this;

    /// <summary>Adds a saga on a queue of its own, stored in the service's database.</summary>
    public MessagingBuilder<TDb> AddSaga<TMachine, TState>()
        where TMachine : class, SagaStateMachine<TState>
        where TState : SagaState => this;
}
