namespace IntegrationPlatform.Grants.Portfolios;

/// <summary>Every portfolio that a round allows, best first (GRA-3).</summary>
/// <param name="Portfolios">All of them.</param>
/// <param name="Proof">Why the first is the best.</param>
public sealed record Ranking(IReadOnlyList<Portfolio> Portfolios, Proof Proof)
{
    /// <summary>Enumerates and orders the portfolios.</summary>
    /// <param name="candidates">Who could be chosen; each municipality once.</param>
    /// <param name="hosts">How many are chosen together.</param>
    /// <param name="weights">What each criterion counts.</param>
    public static Ranking Of(IReadOnlyList<Candidate> candidates, int hosts, Weights weights)
    {
        var portfolios = Choose(candidates, hosts).Select(members => new Portfolio(members, weights)).ToList();
        portfolios.Sort(PortfolioOrder.BestFirst);
        return new Ranking(portfolios, Proof.Of(portfolios, candidates.Count, hosts));
    }

    /// <summary>The place of a portfolio, 1 for the best.</summary>
    /// <param name="interests">The interests in it.</param>
    public int PlaceOf(IReadOnlySet<Guid> interests) =>
        1 + Portfolios.ToList().FindIndex(p => interests.SetEquals(p.Members.Select(m => m.InterestId)));

    private static IEnumerable<IReadOnlyList<Candidate>> Choose(IReadOnlyList<Candidate> from, int count, int start = 0)
    {
        if (count == 0)
        {
            yield return [];
            yield break;
        }

        for (var i = start; i <= from.Count - count; i++)
        {
            foreach (var rest in Choose(from, count - 1, i + 1))
            {
                yield return [from[i], .. rest];
            }
        }
    }
}
