using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement;

/// <summary>Loads one row and keeps it locked until the transaction ends; whoever decides about a row takes it so.</summary>
public static class RowLock
{
    /// <summary>The row with a key of one column, locked; null when there is none.</summary>
    public static async Task<T?> LockAsync<T, TKey>(this DbSet<T> set, TKey key, CancellationToken cancellation)
        where T : class
        where TKey : notnull
    {
        var type = set.EntityType;
        var column = type.FindPrimaryKey()!.Properties.Single().GetColumnName();
        var sql = string.Concat("select * from ", type.GetTableName(), " where ", column, " = {0} for update");
        return (await set.FromSqlRaw(sql, key).ToListAsync(cancellation)).SingleOrDefault();
    }
}
