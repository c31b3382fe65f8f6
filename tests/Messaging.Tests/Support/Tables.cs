using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace IntegrationPlatform.Messaging.Tests.Support;

/// <summary>Makes a context's tables, in a database that may hold those of another service or replica.</summary>
public static class Tables
{
    public static async Task CreateTablesAsync(this DbContext db)
    {
        try
        {
            await db.GetService<IRelationalDatabaseCreator>().CreateTablesAsync();
        }
        catch (PostgresException exists)
            when (exists.SqlState is PostgresErrorCodes.DuplicateTable or PostgresErrorCodes.UniqueViolation)
        {
            // A replica made them.
        }
    }
}
