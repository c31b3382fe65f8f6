using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Grants.Occupancy;

/// <summary>Counts residents.</summary>
public static class OccupancyQueries
{
    /// <summary>How many residents live at each cluster's centre on a day.</summary>
    public static Task<Dictionary<Guid, long>> CountOn(
        this IQueryable<Stay> stays,
        DateOnly day,
        CancellationToken cancellation
    ) =>
        stays
            .Where(s => s.ClusterId != null && s.ArrivedOn <= day && (s.SettledOn == null || s.SettledOn > day))
            .GroupBy(s => s.ClusterId!.Value)
            .Select(g => new { g.Key, Count = g.LongCount() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellation);
}
