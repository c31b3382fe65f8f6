using IntegrationPlatform.Messaging.Inbox;
using MassTransit;
using MassTransit.Middleware;
using MassTransit.Saga;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Messaging.Sagas;

/// <summary>Stores a saga in the service's database, inside the inbox's transaction.</summary>
internal sealed class SagaContextFactory<TDb, TSaga>(TDb db)
    : ISagaRepositoryContextFactory<TSaga>,
        IQuerySagaRepositoryContextFactory<TSaga>,
        ILoadSagaRepositoryContextFactory<TSaga>
    where TDb : DbContext
    where TSaga : class, ISaga
{
    public Task Send<T>(ConsumeContext<T> context, IPipe<SagaRepositoryContext<TSaga, T>> next)
        where T : class => next.Send(ContextOf(context));

    public async Task SendQuery<T>(
        ConsumeContext<T> context,
        ISagaQuery<TSaga> query,
        IPipe<SagaRepositoryQueryContext<TSaga, T>> next
    )
        where T : class
    {
        var sagas = await db.LockAsync(query, context.CancellationToken);
        await next.Send(new LoadedSagaRepositoryQueryContext<TSaga, T>(ContextOf(context), sagas));
    }

    public Task<T> Execute<T>(
        Func<QuerySagaRepositoryContext<TSaga>, Task<T>> asyncMethod,
        CancellationToken cancellationToken = default
    )
        where T : class => asyncMethod(new SagaReader<TDb, TSaga>(db, cancellationToken));

    public Task<T> Execute<T>(
        Func<LoadSagaRepositoryContext<TSaga>, Task<T>> asyncMethod,
        CancellationToken cancellationToken = default
    )
        where T : class => asyncMethod(new SagaReader<TDb, TSaga>(db, cancellationToken));

    public void Probe(ProbeContext context) => context.Add("persistence", "postgresql");

    private SagaContext<TDb, TSaga, T> ContextOf<T>(ConsumeContext<T> context)
        where T : class =>
        context.TryGetPayload(out InboxTransaction? inbox)
            ? new SagaContext<TDb, TSaga, T>(db, context, inbox)
            : throw new InvalidOperationException($"{typeof(TSaga).Name} handles messages only behind the inbox.");
}

/// <summary>Reads sagas without locking them.</summary>
internal sealed class SagaReader<TDb, TSaga>(TDb db, CancellationToken cancellation)
    : BasePipeContext(cancellation),
        QuerySagaRepositoryContext<TSaga>,
        LoadSagaRepositoryContext<TSaga>
    where TDb : DbContext
    where TSaga : class, ISaga
{
    public async Task<TSaga> Load(Guid correlationId) =>
        (
            await db.Set<TSaga>()
                .AsNoTracking()
                .SingleOrDefaultAsync(s => s.CorrelationId == correlationId, CancellationToken)
        )!;

    public async Task<SagaRepositoryQueryContext<TSaga>> Query(
        ISagaQuery<TSaga> query,
        CancellationToken cancellationToken = default
    ) =>
        new DefaultSagaRepositoryQueryContext<TSaga>(
            this,
            await db.Set<TSaga>()
                .AsNoTracking()
                .Where(query.FilterExpression)
                .Select(s => s.CorrelationId)
                .ToListAsync(cancellationToken)
        );
}
