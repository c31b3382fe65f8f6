using IntegrationPlatform.Messaging.Inbox;
using MassTransit;
using MassTransit.Context;
using MassTransit.Saga;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Messaging.Sagas;

/// <summary>A saga's rows inside the transaction of the message that is being handled. The inbox saves them.</summary>
internal sealed class SagaContext<TDb, TSaga, TMessage>(
    TDb db,
    ConsumeContext<TMessage> context,
    InboxTransaction inbox
) : ConsumeContextScope<TMessage>(context, db), SagaRepositoryContext<TSaga, TMessage>
    where TDb : DbContext
    where TSaga : class, ISaga
    where TMessage : class
{
    private readonly ConsumeContext<TMessage> _context = context;

    public Task<SagaConsumeContext<TSaga, TMessage>> Add(TSaga instance) =>
        CreateSagaConsumeContext(_context, instance);

    public async Task<SagaConsumeContext<TSaga, TMessage>> Insert(TSaga instance)
    {
        db.Add(instance);
        // A race with another first message ends here, as a unique violation that the retry handles.
        await db.SaveChangesAsync(CancellationToken);
        return await CreateSagaConsumeContext(_context, instance);
    }

    public async Task<SagaConsumeContext<TSaga, TMessage>> Load(Guid correlationId) =>
        await db.LockAsync<TSaga>(correlationId, CancellationToken) is { } saga
            ? await CreateSagaConsumeContext(_context, saga)
            : null!;

    public Task Save(SagaConsumeContext<TSaga> context)
    {
        if (db.Entry(context.Saga).State == EntityState.Detached)
        {
            db.Add(context.Saga);
        }

        return Task.CompletedTask;
    }

    public Task Update(SagaConsumeContext<TSaga> context) => Task.CompletedTask;

    // A finished saga keeps its row, so that a late first message does not start the case again.
    public Task Delete(SagaConsumeContext<TSaga> context) => Task.CompletedTask;

    public Task Discard(SagaConsumeContext<TSaga> context)
    {
        db.Entry(context.Saga).State = EntityState.Detached;
        return Task.CompletedTask;
    }

    public Task Undo(SagaConsumeContext<TSaga> context)
    {
        var entry = db.Entry(context.Saga);
        entry.CurrentValues.SetValues(entry.OriginalValues);
        entry.State = EntityState.Unchanged;
        return Task.CompletedTask;
    }

    public Task<SagaConsumeContext<TSaga, T>> CreateSagaConsumeContext<T>(
        ConsumeContext<T> consumeContext,
        TSaga instance,
        SagaConsumeContextMode mode
    )
        where T : class => CreateSagaConsumeContext(consumeContext, instance);

    private Task<SagaConsumeContext<TSaga, T>> CreateSagaConsumeContext<T>(
        ConsumeContext<T> consumeContext,
        TSaga instance
    )
        where T : class
    {
        inbox.Saga = instance.CorrelationId;
        return Task.FromResult<SagaConsumeContext<TSaga, T>>(
            new DefaultSagaConsumeContext<TSaga, T>(consumeContext, instance)
        );
    }
}
