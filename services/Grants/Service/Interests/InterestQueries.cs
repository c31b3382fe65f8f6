using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Grants.Interests;

/// <summary>Finds the expressions of interest that count.</summary>
public static class InterestQueries
{
    /// <summary>The newest version of each municipality's interest in a round, by municipality.</summary>
    public static Task<List<Interest>> CurrentIn(
        this IQueryable<Interest> interests,
        Guid round,
        CancellationToken cancellation
    ) =>
        interests
            .Include(i => i.Assessments.OrderBy(a => a.Version))
            .Where(i => i.RoundId == round && !i.Superseded)
            .OrderBy(i => i.Municipality)
            .ToListAsync(cancellation);
}
