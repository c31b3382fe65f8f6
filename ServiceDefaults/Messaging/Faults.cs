using System.Runtime.Serialization;
using System.Text.Json;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPlatform.Messaging;

/// <summary>Tells why a message could not be handled, by type and SQLSTATE, never by text.</summary>
internal static class Faults
{
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
        !IsRace(fault)
        && Any(
            fault,
            e =>
                e is PostgresException p
                    ? p.IsTransient || p.SqlState.StartsWith("57P", StringComparison.Ordinal)
                    : e is NpgsqlException
        );

    /// <summary>The message can never be handled.</summary>
    public static bool IsInvalid(Exception fault) =>
        Any(
            fault,
            e => e is InvalidMessageException or SerializationException or JsonException or UnhandledEventException
        );

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
