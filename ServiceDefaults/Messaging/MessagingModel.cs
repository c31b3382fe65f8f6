using IntegrationPlatform.Messaging.Inbox;
using IntegrationPlatform.Messaging.Outbox;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Messaging;

/// <summary>The tables of messaging. Columns are named here, because statements are written by hand against them.</summary>
public static class MessagingModel
{
    /// <summary>Adds the inbox and outbox tables; call it from <c>OnModelCreating</c>.</summary>
    public static ModelBuilder AddMessaging(this ModelBuilder model)
    {
        model.Entity<OutboxMessage>(outbox =>
        {
            outbox.ToTable("outbox");
            outbox.HasKey(m => new { m.Due, m.Position });
            outbox.Property(m => m.Due).HasColumnName("due");
            outbox.Property(m => m.Position).HasColumnName("position").UseIdentityAlwaysColumn();
            outbox.Property(m => m.OrderingKey).HasColumnName("ordering_key");
            outbox.Property(m => m.MessageId).HasColumnName("message_id");
            outbox.Property(m => m.CorrelationId).HasColumnName("correlation_id");
            outbox.Property(m => m.Token).HasColumnName("token");
            outbox.Property(m => m.MessageType).HasColumnName("message_type");
            outbox.Property(m => m.Destination).HasColumnName("destination");
            outbox.Property(m => m.Mandatory).HasColumnName("mandatory");
            outbox.Property(m => m.ContentType).HasColumnName("content_type");
            outbox.Property(m => m.Body).HasColumnName("body");
            outbox.Property(m => m.Headers).HasColumnName("headers");
            outbox.Property(m => m.Properties).HasColumnName("properties");
            outbox.Property(m => m.ExpiresAt).HasColumnName("expires_at");
            outbox.Property(m => m.WrittenAt).HasColumnName("written_at");
            outbox.Property(m => m.Attempts).HasColumnName("attempts");
            outbox.Property(m => m.LastError).HasColumnName("last_error");
            // A cancelled schedule is found by its token; other messages have none and cost this index nothing.
            outbox.HasIndex(m => m.Token).HasFilter("token is not null");
        });
        model.Entity<InboxMessage>(inbox =>
        {
            inbox.ToTable("inbox");
            inbox.HasKey(m => new { m.MessageId, m.ConsumerId });
            inbox.Property(m => m.MessageId).HasColumnName("message_id");
            inbox.Property(m => m.ConsumerId).HasColumnName("consumer_id");
            inbox.Property(m => m.At).HasColumnName("at");
            inbox.HasIndex(m => m.At);
        });
        return model;
    }

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
