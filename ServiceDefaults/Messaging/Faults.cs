using System.Runtime.Serialization;
using System.Text.Json;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPlatform.Messaging;

/// <summary>Tells why a message could not be handled, by type and SQLSTATE, never by text.</summary>
internal static class Faults
{
    private const string IdleInTransactionTimeout = "25P03";

    /// <summary>Another message won a race: unique violation, version changed, deadlock, serialisation failure.</summary>
    public static bool IsRace(Exception fault) =>
        Any(
            fault,
            e =>
                e is DbUpdateConcurrencyException
                || e
                    is PostgresException
                    {
                        SqlState: PostgresErrorCodes.UniqueViolation
                            or PostgresErrorCodes.DeadlockDetected
                            or PostgresErrorCodes.SerializationFailure
                            or PostgresErrorCodes.LockNotAvailable
                    }
        );

    /// <summary>The database or its connection is away; the message itself is not to blame.</summary>
    public static bool IsOutage(Exception fault) =>
        !IsRace(fault) && Any(fault, e => e is PostgresException refusal ? IsOutage(refusal) : e is NpgsqlException);

    /// <summary>The message can never be handled.</summary>
    public static bool IsInvalid(Exception fault) =>
        Any(
            fault,
            e => e is InvalidMessageException or SerializationException or JsonException or UnhandledEventException
        );

    private static bool IsOutage(PostgresException refusal) =>
        refusal.IsTransient
        || refusal.SqlState
            is PostgresErrorCodes.AdminShutdown
                or PostgresErrorCodes.CrashShutdown
                or PostgresErrorCodes.CannotConnectNow
                or IdleInTransactionTimeout
                or PostgresErrorCodes.ReadOnlySqlTransaction
                // A migration is missing.
                or PostgresErrorCodes.UndefinedTable
                or PostgresErrorCodes.UndefinedColumn;

    private static bool Any(Exception fault, Func<Exception, bool> matches)
    {
        for (var e = fault; e is not null; e = e.InnerException)
        {
            if (matches(e))
            {
                return true;
            }
        }

        return false;
    }
}
