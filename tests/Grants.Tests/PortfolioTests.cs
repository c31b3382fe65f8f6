using FsCheck;
using FsCheck.Fluent;
using IntegrationPlatform.Grants.Interests;
using IntegrationPlatform.Grants.Portfolios;

namespace IntegrationPlatform.Grants.Tests;

/// <summary>The best portfolio of five is proven, and each other one explained (GRA-3).</summary>
public sealed class PortfolioTests
{
    private const int Hosts = 5;

    private static readonly Weights Shipped = new(1, 5, 3, 5);

    // Few different marks, so that ties are frequent.
    private static readonly Gen<Candidate[]> AnyTen =
        from kinds in Gen.Elements(Enum.GetValues<OperatorKind>()).ArrayOf(10)
        from forms in Gen.Elements(true, false).ArrayOf(10)
        from points in Gen.Choose(10, 13).ArrayOf(10)
        select Enumerable.Range(0, 10).Select(i => Ten.Candidate(i, kinds[i], forms[i], points[i])).ToArray();

    [Fact]
    public void Five_of_ten_make_252_portfolios()
    {
        var ranking = Ranking.Of(Ten.Candidates, Hosts, Shipped);

        Assert.Equal(252, ranking.Portfolios.Count);
        Assert.Equal(new Proof(10, Hosts, 252, 252, StrictlyOrdered: true), ranking.Proof);
        Assert.True(ranking.Proof.Holds);
    }

    [Fact]
    public void Each_portfolio_has_five_different_hosts() =>
        Assert.All(
            Ranking.Of(Ten.Candidates, Hosts, Shipped).Portfolios,
            p => Assert.Equal(Hosts, p.Members.DistinctBy(m => m.Municipality).Count())
        );

    [Fact]
    public void No_portfolio_has_more_points_than_the_first() =>
        Properties.Holds(
            AnyTen,
            candidates =>
            {
                var ranking = Ranking.Of(candidates, Hosts, Shipped);
                var best = ranking.Portfolios[0];
                // Every choice of five by bit mask, which is not how the ranking enumerates them.
                return ranking.Proof.Holds
                    && Enumerable
                        .Range(0, 1 << candidates.Length)
                        .Where(mask => int.PopCount(mask) == Hosts)
                        .Select(mask => new Portfolio(candidates.Where((_, i) => (mask >> i & 1) == 1), Shipped))
                        .All(p => PortfolioOrder.BestFirst.Compare(best, p) <= 0);
            },
            times: 50
        );

    [Fact]
    public void The_order_of_the_interests_changes_nothing() =>
        Properties.Holds(
            from candidates in AnyTen
            from shuffled in Gen.Shuffle(candidates)
            select (candidates, shuffled),
            x =>
                Names(Ranking.Of(x.candidates, Hosts, Shipped))
                    .SequenceEqual(Names(Ranking.Of(x.shuffled, Hosts, Shipped))),
            times: 50
        );

    [Fact]
    public void Every_portfolio_behind_the_best_says_what_it_lacks() =>
        Properties.Holds(
            AnyTen,
            candidates =>
            {
                var ranking = Ranking.Of(candidates, Hosts, Shipped);
                var best = ranking.Portfolios[0];
                return ranking
                    .Portfolios.Skip(1)
                    .All(p =>
                    {
                        var reasons = Reasons.Against(best, p);
                        return reasons.Count > 0
                            && reasons.Sum(r => r.Difference) == p.Criteria.Total - best.Criteria.Total;
                    });
            },
            times: 50
        );

    [Fact]
    public void Without_a_voluntary_operator_a_portfolio_lacks_it()
    {
        var candidates = Equals(kind: i =>
            i == 9 ? OperatorKind.Voluntary
            : i % 2 == 0 ? OperatorKind.Private
            : OperatorKind.Municipal
        );
        var ranking = Ranking.Of(candidates, Hosts, Shipped);

        Assert.Contains(ranking.Portfolios[0].Members, m => m.Operator == OperatorKind.Voluntary);
        var without = ranking.Portfolios.First(p => p.Operators.Count == 2);
        Assert.Contains(
            Reasons.Against(ranking.Portfolios[0], without),
            r => r is { Criterion: Criterion.Operators, Difference: -5, Text: "Lacks operator: voluntary." }
        );
    }

    [Fact]
    public void Among_equals_the_hosts_spread_over_all_parts_of_the_country()
    {
        var best = Ranking.Of(Equals(_ => OperatorKind.Private), Hosts, Shipped).Portfolios[0];

        Assert.Equal(["Nord-Norge", "Sørlandet", "Trøndelag", "Vestlandet", "Østlandet"], best.CountryParts);
    }

    [Fact]
    public void Whole_centres_alone_give_way_to_a_mixture()
    {
        var candidates = Equals(_ => OperatorKind.Private, whole: i => i != 4);
        var best = Ranking.Of(candidates, Hosts, Shipped).Portfolios[0];

        Assert.True(best.HasBothForms);
        Assert.Contains(best.Members, m => m.Municipality.Name == "Østre Toten");
    }

    [Fact]
    public void Much_better_assessments_outweigh_variation()
    {
        var candidates = Enumerable
            .Range(0, 10)
            .Select(i =>
                Ten.Candidate(i, OperatorKind.Private, wholeCentre: true, points: i is 0 or 2 or 3 or 4 or 5 ? 15 : 3)
            )
            .ToList();
        var best = Ranking.Of(candidates, Hosts, Shipped).Portfolios[0];

        Assert.Equal(
            ["Oslo", "Moss", "Drammen", "Østre Toten", "Larvik"],
            best.Members.Select(m => m.Municipality.Name)
        );
    }

    [Fact]
    public void Weights_are_policy_and_change_the_best()
    {
        var byMarks = Ranking.Of(Ten.Candidates, Hosts, new Weights(1, 0, 0, 0)).Portfolios[0];

        Assert.Equal(Ten.Candidates.Select(c => c.Points).OrderDescending().Take(Hosts).Sum(), byMarks.Assessment);
    }

    [Fact]
    public void Fewer_candidates_than_hosts_make_no_portfolio() =>
        Assert.Empty(Ranking.Of([.. Ten.Candidates.Take(4)], Hosts, Shipped).Portfolios);

    private static List<Candidate> Equals(Func<int, OperatorKind> kind, Func<int, bool>? whole = null) =>
        [.. Enumerable.Range(0, 10).Select(i => Ten.Candidate(i, kind(i), whole?.Invoke(i) ?? true, points: 9))];

    private static IEnumerable<string> Names(Ranking ranking) =>
        ranking.Portfolios.Select(p => string.Join(' ', p.Members.Select(m => m.Municipality.Number)));
}
