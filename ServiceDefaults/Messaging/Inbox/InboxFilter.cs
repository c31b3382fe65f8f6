using IntegrationPlatform.Messaging.Outbox;
using MassTransit;
using MassTransit.Middleware;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Messaging.Inbox;

/// <summary>
/// Handles a message as one transaction: inbox row, saga, the consumer's rows and the outbox rows commit together or
/// not at all. A message handled before ends at once.
/// </summary>
internal sealed class InboxFilter<TDb>(
    TDb db,
    InboxStatements<TDb> inbox,
    OutboxWriter<TDb> outbox,
    TransactionGate gate,
    IServiceProvider services
) : IOutboxContextFactory<TDb>
    where TDb : DbContext
{
    public async Task Send<T>(
        ConsumeContext<T> context,
        OutboxConsumeOptions options,
        IPipe<OutboxConsumeContext<T>> next
    )
        where T : class
    {
        var messageId =
            context.GetOriginalMessageId() ?? throw new InvalidMessageException("The message has no message id.");
        using var slot = await gate.EnterAsync(context.CancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(context.CancellationToken);
        var added = await inbox.AddAsync(db, messageId, options.ConsumerId, context.CancellationToken);
        await next.Send(new InboxConsumeContext<TDb, T>(context, options, services, db, outbox, handledBefore: !added));
        if (added)
        {
            await transaction.CommitAsync(context.CancellationToken);
            MessagingMetrics.Handled.Add(1);
            MessagingSpans.Note("inbox.committed", messageId);
        }
        else
        {
            MessagingMetrics.Duplicates.Add(1);
            MessagingSpans.Note("inbox.duplicate", messageId);
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("inbox");
}
