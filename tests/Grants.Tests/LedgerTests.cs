using IntegrationPlatform.Tests.Support.Servers;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace IntegrationPlatform.Grants.Tests;

/// <summary>The database itself keeps the ledger, whoever writes to it (GRA-9).</summary>
public sealed class LedgerTests : IAsyncLifetime
{
    private const string RestrictViolation = PostgresErrorCodes.RestrictViolation;
    private const string QualificationLine = "00002016-0000-0000-0000-000000000001";
    private NpgsqlDataSource _database = null!;

    public async Task InitializeAsync()
    {
        _database = NpgsqlDataSource.Create(await TestServers.NewDatabaseAsync("ledger"));
        var options = new DbContextOptionsBuilder<GrantsDb>().UseNpgsql(_database).Options;
        await using var db = new GrantsDb(options);
        await db.Database.MigrateAsync();
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Theory]
    [InlineData("update ledger set amount = amount + 1")]
    [InlineData("update ledger set grounds = 'Something else.'")]
    [InlineData("delete from ledger")]
    [InlineData("truncate ledger")]
    public async Task An_entry_is_never_changed_or_removed(string statement)
    {
        Assert.Equal(RestrictViolation, (await Refused(statement)).SqlState);
        Assert.Equal(330_000_000, await Amount("appropriated"));
    }

    [Theory]
    [InlineData("update appropriation_lines set allocated = 1")]
    [InlineData("update appropriation_lines set appropriated = appropriated + 1")]
    public async Task A_line_moves_by_entries_alone(string statement) =>
        Assert.Equal(RestrictViolation, (await Refused(statement)).SqlState);

    [Theory]
    [InlineData("Allocated", 330_000_001, "never_overdrawn")]
    [InlineData("Ordered", 1, "ordered_is_allocated")]
    [InlineData("Allocated", -1, "only_corrections_give_back")]
    [InlineData("Allocated", 0, "only_corrections_give_back")]
    public async Task An_entry_that_overdraws_its_line_is_refused(string movement, long amount, string constraint)
    {
        var refused = await Refused(Entry(movement, amount));

        Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
        Assert.Equal(constraint, refused.ConstraintName);
        Assert.Equal(0, await Amount("allocated"));
    }

    [Fact]
    public async Task Entries_at_the_same_moment_never_overdraw_the_line()
    {
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 40).Select(async _ => await Fault(Entry("Allocated", 33_000_000)))
        );

        Assert.Equal(10, outcomes.Count(fault => fault is null));
        Assert.All(outcomes.OfType<PostgresException>(), f => Assert.Equal("never_overdrawn", f.ConstraintName));
        Assert.Equal(330_000_000, await Amount("allocated"));
    }

    private static string Entry(string movement, long amount) =>
        $"""
            insert into ledger (id, line_id, movement, amount, grounds, at, organisation, client)
            values (gen_random_uuid(), '{QualificationLine}', '{movement}', {amount}, 'x', now(), 'x', 'x')
            """;

    private async Task<PostgresException> Refused(string statement) =>
        await Fault(statement) ?? throw new InvalidOperationException($"Was not refused: {statement}");

    private async Task<PostgresException?> Fault(string statement)
    {
        await using var command = _database.CreateCommand(statement);
        try
        {
            await command.ExecuteNonQueryAsync();
            return null;
        }
        catch (PostgresException fault)
        {
            return fault;
        }
    }

    private async Task<long> Amount(string column)
    {
        await using var command = _database.CreateCommand(
            $"select {column} from appropriation_lines where id = '{QualificationLine}'"
        );
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
