using IntegrationPlatform.Messaging.Outbox;
using MassTransit;
using MassTransit.Middleware;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Messaging.Inbox;

/// <summary>
/// Handles a message as one transaction: inbox row, saga, the consumer's rows and the outbox rows commit together or
/// not at all. A message handled before ends at once. Under load the transaction is that of a group of messages.
/// </summary>
internal sealed class InboxFilter<TDb>(
    TDb db,
    InboxStatements<TDb> inbox,
    InboxCrews<TDb> crews,
    OutboxWriter<TDb> outbox,
    OutboxSignal<TDb> signal,
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
        // A failure rolls everything back: a savepoint for each save would only cost a round trip.
        db.Database.AutoSavepointsEnabled = false;
        var key = new InboxKey(messageId, options.ConsumerId);
        // What was tried before is tried again alone, so that it spoils no group a second time.
        if (context.ReceiveContext.HasPayloadType(typeof(Tried)))
        {
            await AloneAsync();
            return;
        }

        context.ReceiveContext.GetOrAddPayload(() => Tried.Before);
        var entry = crews.Of(options.ConsumerType).Enter(key, OrderingKey<T>.Of(context.Message) ?? messageId);
        var turn = await entry.TurnAsync();
        var well = false;
        try
        {
            await (turn is null ? AloneAsync() : InGroupAsync(turn));
            well = true;
        }
        finally
        {
            entry.Handled(well);
        }

        if (turn is null)
        {
            return;
        }

        if (!await entry.CommittedAsync())
        {
            throw new GroupRolledBackException();
        }

        if (!turn.HandledBefore)
        {
            Committed();
        }

        async Task AloneAsync()
        {
            using var slot = await gate.EnterAsync(context.CancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(context.CancellationToken);
            var added = await inbox.AddAsync(db, key, context.CancellationToken);
            await HandleAsync(handledBefore: !added);
            if (added)
            {
                await transaction.CommitAsync(context.CancellationToken);
                Committed();
            }
        }

        async Task InGroupAsync(InboxTurn turn)
        {
            var own = await db.Database.JoinAsync(turn.Transaction);
            try
            {
                await HandleAsync(turn.HandledBefore);
                entry.Written = signal.Take(db);
            }
            finally
            {
                await db.Database.LeaveAsync(own);
            }
        }

        void Committed()
        {
            MessagingMetrics.Handled.Add(1);
            MessagingSpans.Note("inbox.committed", messageId);
        }

        Task HandleAsync(bool handledBefore)
        {
            if (handledBefore)
            {
                MessagingMetrics.Duplicates.Add(1);
                MessagingSpans.Note("inbox.duplicate", messageId);
            }

            return next.Send(new InboxConsumeContext<TDb, T>(context, options, services, db, outbox, handledBefore));
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("inbox");

    private sealed class Tried
    {
        public static readonly Tried Before = new();
    }
}
