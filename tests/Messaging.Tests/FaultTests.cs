using Npgsql;

namespace IntegrationPlatform.Messaging.Tests;

public sealed class FaultTests
{
    [Theory]
    [InlineData(PostgresErrorCodes.UniqueViolation, true, false)]
    [InlineData(PostgresErrorCodes.DeadlockDetected, true, false)]
    [InlineData(PostgresErrorCodes.SerializationFailure, true, false)]
    [InlineData(PostgresErrorCodes.AdminShutdown, false, true)]
    [InlineData(PostgresErrorCodes.UndefinedTable, false, true)]
    [InlineData(PostgresErrorCodes.CheckViolation, false, false)]
    public void A_race_and_an_outage_are_told_by_the_SQLSTATE_whatever_the_text_says(
        string state,
        bool race,
        bool outage
    )
    {
        var fault = new InvalidOperationException(
            "duplicate key value violates unique constraint",
            new PostgresException("brudd på unik skranke", "FEIL", "ERROR", state)
        );
        Assert.Equal((race, outage, false), (Faults.IsRace(fault), Faults.IsOutage(fault), Faults.IsInvalid(fault)));
    }
}
