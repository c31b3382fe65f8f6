using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace IntegrationPlatform.Messaging.Inbox;

/// <summary>Lets a context work in the transaction of another one for a while.</summary>
internal static class SharedTransaction
{
    /// <summary>Works on the transaction's connection from now on.</summary>
    /// <returns>The context's own connection, for <see cref="LeaveAsync"/>.</returns>
    public static async Task<DbConnection> JoinAsync(this DatabaseFacade database, DbTransaction transaction)
    {
        // The context disposes of its connection when it is given another one.
        var own = (DbConnection)((ICloneable)database.GetDbConnection()).Clone();
        database.SetDbConnection(transaction.Connection);
        try
        {
            await database.UseTransactionAsync(transaction);
            return own;
        }
        catch
        {
            await database.LeaveAsync(own);
            throw;
        }
    }

    /// <summary>Gives the transaction back, and has a connection of its own again.</summary>
    public static async Task LeaveAsync(this DatabaseFacade database, DbConnection own)
    {
        await database.UseTransactionAsync(null);
        await database.CloseConnectionAsync();
        database.SetDbConnection(own, contextOwnsConnection: true);
    }
}
