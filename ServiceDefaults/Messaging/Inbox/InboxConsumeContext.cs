using IntegrationPlatform.Messaging.Outbox;
using MassTransit;
using MassTransit.Middleware;
using MassTransit.Middleware.Outbox;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Messaging.Inbox;

/// <summary>The open transaction of the message that is being handled; a saga joins it.</summary>
internal interface InboxTransaction
{
    /// <summary>The saga that handles the message: what it sends leaves in the order of writing.</summary>
    Guid? Saga { get; set; }
}

/// <summary>
/// A message inside its inbox transaction: what its consumer sends becomes outbox rows, and completing it saves
/// everything that the consumer changed.
/// </summary>
internal sealed class InboxConsumeContext<TDb, TMessage>(
    ConsumeContext<TMessage> context,
    OutboxConsumeOptions options,
    IServiceProvider services,
    TDb db,
    OutboxWriter<TDb> outbox,
    bool handledBefore
) : OutboxConsumeContextProxy<TMessage>(context, options, services), InboxTransaction
    where TDb : DbContext
    where TMessage : class
{
    public Guid? Saga { get; set; }

    public override bool ContinueProcessing { get; set; }

    public override bool IsMessageConsumed => handledBefore;

    public override bool IsOutboxDelivered => handledBefore;

    public override int ReceiveCount => 0;

    public override long? LastSequenceNumber => null;

    public override Task SetConsumed() => db.SaveChangesAsync(CancellationToken);

    public override Task AddSend<T>(SendContext<T> context)
    {
        outbox.Add(context, Saga);
        return Task.CompletedTask;
    }

    // The dispatcher delivers, not the consumer: nothing is ever left to do here.
    public override Task SetDelivered() => Task.CompletedTask;

    public override Task<List<OutboxMessageContext>> LoadOutboxMessages() =>
        Task.FromResult(new List<OutboxMessageContext>());

    public override Task NotifyOutboxMessageDelivered(OutboxMessageContext message) => Task.CompletedTask;

    public override Task RemoveOutboxMessages() => Task.CompletedTask;
}
