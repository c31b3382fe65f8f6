namespace IntegrationPlatform.Grants.Portfolios;

/// <summary>
/// Puts the better portfolio first: more points; then more points of assessment; then the closest pair of hosts
/// further apart; then the lower municipality numbers. The last step never ties for two different portfolios of one
/// round, so the order is total and there is exactly one best.
/// </summary>
public sealed class PortfolioOrder : IComparer<Portfolio>
{
    /// <summary>The order.</summary>
    public static PortfolioOrder BestFirst { get; } = new();

    /// <inheritdoc />
    public int Compare(Portfolio? x, Portfolio? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return y.Criteria.Total.CompareTo(x.Criteria.Total) is not 0 and var points ? points
            : y.Assessment.CompareTo(x.Assessment) is not 0 and var assessment ? assessment
            : y.ClosestPairKm.CompareTo(x.ClosestPairKm) is not 0 and var spread ? spread
            : string.CompareOrdinal(Numbers(x), Numbers(y));
    }

    private static string Numbers(Portfolio portfolio) =>
        string.Join(' ', portfolio.Members.Select(m => m.Municipality.Number));
}
