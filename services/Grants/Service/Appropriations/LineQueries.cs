using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Tokens;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Grants.Appropriations;

/// <summary>Finds appropriation lines.</summary>
public static class LineQueries
{
    /// <summary>
    /// The line, its row locked until the end of the transaction: whoever promises money from it waits here, and then
    /// sees what is left (GRA-9).
    /// </summary>
    public static Task<AppropriationLine?> FindLocked(
        this DbSet<AppropriationLine> lines,
        int year,
        LineName line,
        CancellationToken cancellation
    ) =>
        lines
            .FromSql($"select * from appropriation_lines where year = {year} and line = {line.ToString()} for update")
            .SingleOrDefaultAsync(cancellation);

    /// <summary>True when the caller is the directorate that manages the line.</summary>
    public static bool ManagedBy(this AppropriationLine line, Caller caller) =>
        caller.ActsAsDirectorate && caller.Directorate == (line.Manager == Manager.Imdi ? Role.Imdi : Role.HkDir);
}
