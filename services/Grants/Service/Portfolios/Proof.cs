using System.Numerics;

namespace IntegrationPlatform.Grants.Portfolios;

/// <summary>
/// That the first portfolio is the best: as many as combinatorics allows were enumerated, no two are the same, and
/// each stands strictly before the next.
/// </summary>
/// <param name="Candidates">How many candidates there are.</param>
/// <param name="Hosts">How many are chosen.</param>
/// <param name="Possible">How many portfolios there can be: 252 for five of ten.</param>
/// <param name="Enumerated">How many different portfolios were compared.</param>
/// <param name="StrictlyOrdered">No two of them tie.</param>
public sealed record Proof(int Candidates, int Hosts, long Possible, int Enumerated, bool StrictlyOrdered)
{
    /// <summary>True when the first portfolio is proven best.</summary>
    public bool Holds => Enumerated == Possible && StrictlyOrdered;

    internal static Proof Of(IReadOnlyList<Portfolio> ordered, int candidates, int hosts) =>
        new(
            candidates,
            hosts,
            Combinations(candidates, hosts),
            ordered.Select(p => string.Join(' ', p.Members.Select(m => m.InterestId))).Distinct().Count(),
            ordered.Zip(ordered.Skip(1)).All(pair => PortfolioOrder.BestFirst.Compare(pair.First, pair.Second) < 0)
        );

    private static long Combinations(int of, int choose)
    {
        var result = BigInteger.One;
        for (var i = 1; i <= choose; i++)
        {
            result = result * (of - choose + i) / i;
        }

        return (long)result;
    }
}
