using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Messaging.Sagas;

/// <summary>Reads a saga's row and locks it until the transaction ends.</summary>
internal static class SagaRows
{
    /// <summary>The saga with this id, locked; null when there is none.</summary>
    public static async Task<TSaga?> LockAsync<TSaga>(this DbContext db, Guid id, CancellationToken cancellation)
        where TSaga : class, ISaga
    {
        // Kept with the model: every message to a saga asks for it.
        var statement = SqlNames
            .Entity<TSaga>(db)
            .GetOrAddRuntimeAnnotationValue("Messaging:Lock", static db => Statement<TSaga>(db!), db);
        // Listed, not "single": that would wrap the statement in another.
        var rows = db.Set<TSaga>().FromSqlRaw(statement, id).AsTracking();
        return (await rows.ToListAsync(cancellation)) is [var saga] ? saga : null;
    }

    /// <summary>
    /// The sagas that a query finds, locked in the order of their ids, so that two queries do not wait for each other
    /// in a circle. One that no longer matches once it is locked is left out.
    /// </summary>
    public static async Task<IList<TSaga>> LockAsync<TSaga>(
        this DbContext db,
        ISagaQuery<TSaga> query,
        CancellationToken cancellation
    )
        where TSaga : class, ISaga
    {
        var ids = await db.Set<TSaga>()
            .AsNoTracking()
            .Where(query.FilterExpression)
            .Select(s => s.CorrelationId)
            .OrderBy(id => id)
            .ToListAsync(cancellation);
        var matches = query.GetFilter();
        var sagas = new List<TSaga>(ids.Count);
        foreach (var id in ids)
        {
            if (await db.LockAsync<TSaga>(id, cancellation) is { } saga && matches(saga))
            {
                sagas.Add(saga);
            }
        }

        return sagas;
    }

    private static string Statement<TSaga>(DbContext db)
        where TSaga : class, ISaga
    {
        var key = db.Column<TSaga>(nameof(ISaga.CorrelationId));
        return $"select {db.Columns<TSaga>()} from {db.Table<TSaga>()} where {key} = {"{0}"} for update";
    }
}
