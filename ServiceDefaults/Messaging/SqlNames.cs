using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace IntegrationPlatform.Messaging;

/// <summary>Quoted names of tables and columns, read from the model, for the statements written by hand.</summary>
internal static class SqlNames
{
    /// <summary>The entity's table with its schema.</summary>
    public static string Table<TEntity>(this DbContext db)
    {
        var entity = Entity<TEntity>(db);
        var schema = entity.GetSchema();
        var table = Quote(entity.GetTableName() ?? throw new InvalidOperationException($"{entity.Name} has no table."));
        return schema is null ? table : $"{Quote(schema)}.{table}";
    }

    /// <summary>The property's column.</summary>
    public static string Column<TEntity>(this DbContext db, string property)
    {
        var entity = Entity<TEntity>(db);
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        return Quote(entity.FindProperty(property)!.GetColumnName(table)!);
    }

    /// <summary>
    /// The entity's columns by name. A star would change its meaning under a prepared statement when a migration adds a column.
    /// </summary>
    public static string Columns<TEntity>(this DbContext db) =>
        string.Join(", ", Entity<TEntity>(db).GetProperties().Select(property => db.Column<TEntity>(property.Name)));

    /// <summary>The entity in the context's model.</summary>
    /// <exception cref="InvalidOperationException">The context does not map it.</exception>
    public static IEntityType Entity<TEntity>(DbContext db) =>
        db.Model.FindEntityType(typeof(TEntity))
        ?? throw new InvalidOperationException(
            $"{db.GetType().Name} does not map {typeof(TEntity).Name}: call AddMessaging() and AddSaga() in OnModelCreating."
        );

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
