using Npgsql;

namespace IntegrationPlatform.Chaos.Reckoning;

/// <summary>What the counting service's database holds.</summary>
/// <param name="Rows">Cases.</param>
/// <param name="Cases">Cases that clients asked for, each counted once.</param>
/// <param name="Entered">Counts entered.</param>
/// <param name="Counts">Counts of cases, each counted once.</param>
/// <param name="Total">The sum of the totals.</param>
/// <param name="Finished">Cases whose saga has ended as it should.</param>
internal sealed record CountedEffects(int Rows, int Cases, int Entered, int Counts, int Total, int Finished)
{
    /// <summary>The counts of each case.</summary>
    public const int PerCase = 3;

    private const string Sql = """
        select (select count(*)::int from cases), (select count(distinct reference)::int from cases),
               (select count(*)::int from entries),
               (select count(distinct (case_id, number))::int from entries where number between 1 and 3),
               (select coalesce(sum(count), 0)::int from totals),
               (select count(*)::int from case_states where current_state = 'Final' and published = 3 and entered = 3)
        """;

    public static async Task<CountedEffects> ReadAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(Sql);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var numbers = Enumerable.Range(0, reader.FieldCount).Select(reader.GetInt32).ToArray();
        return new CountedEffects(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5]);
    }

    /// <summary>Where the cases stand that have not ended, and when they were opened.</summary>
    public static async Task<IReadOnlyList<string>> UnfinishedAsync(
        NpgsqlDataSource database,
        CancellationToken cancellation
    )
    {
        await using var command = database.CreateCommand(
            """
            select format('%s cases, opened from %s to %s, %s.', count(*), min(c.opened_at)::time(1), max(c.opened_at)::time(1),
              case when (s.correlation_id is null) then 'never began'
                else format('are %s: %s published, %s entered', s.current_state, s.published, s.entered) end)
            from cases c left join case_states s on s.correlation_id = c.id
            where s.current_state is distinct from 'Final' or s.published <> 3 or s.entered <> 3
            group by (s.correlation_id is null), s.current_state, s.published, s.entered order by 1
            """
        );
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var found = new List<string>();
        while (await reader.ReadAsync(cancellation))
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    /// <summary>The effects of these cases: a row and a saga each, three counts entered and three added.</summary>
    public static Effects Of(int cases, CountedEffects found) =>
        new(
            cases * (1 + (2 * PerCase)),
            Math.Min(found.Cases, cases)
                + Math.Min(found.Counts, cases * PerCase)
                + Math.Min(found.Total, cases * PerCase),
            found.Rows - found.Cases + found.Entered - found.Counts + Math.Max(0, found.Total - (cases * PerCase))
        );
}
