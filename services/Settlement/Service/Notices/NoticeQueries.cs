using IntegrationPlatform.Settlement.Feeds;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement.Notices;

/// <summary>Reads notices in the order of commit.</summary>
public static class NoticeQueries
{
    /// <summary>
    /// Holds for a notice <c>n</c> that is given out: transactions below the snapshot's xmin are over, so no row of theirs
    /// can still appear; and its organisation is not in it as the party of a revoked cluster (GRA-4).
    /// </summary>
    public const string GivenOut = """
        n.transaction < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
        and not exists (select from clusters c where c.id = n.cluster_id and c.revoked_on is not null)
        """;

    private const string AfterPlace = $$"""
        select n.* from notices n
        where n.organisation = {0} and (n.transaction, n.id) > ({1}, {2}) and {{GivenOut}}
        order by n.transaction, n.id
        limit {3}
        """;

    /// <summary>An organisation's notices after a place, oldest first.</summary>
    /// <param name="notices">All notices.</param>
    /// <param name="organisation">Organisation number.</param>
    /// <param name="place">The place.</param>
    /// <param name="most">How many at most.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static Task<List<Notice>> AfterAsync(
        this DbSet<Notice> notices,
        string organisation,
        FeedCursor place,
        int most,
        CancellationToken cancellation
    ) =>
        notices
            .FromSqlRaw(AfterPlace, organisation, place.Transaction, place.Id, most)
            .AsNoTracking()
            .ToListAsync(cancellation);
}
