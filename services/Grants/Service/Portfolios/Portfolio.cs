using IntegrationPlatform.Grants.Geography;
using IntegrationPlatform.Grants.Interests;

namespace IntegrationPlatform.Grants.Portfolios;

/// <summary>Hosts that could be chosen together, and what speaks for them (GRA-3).</summary>
public sealed class Portfolio
{
    /// <summary>Weighs the candidates together.</summary>
    /// <param name="members">The hosts, in any order.</param>
    /// <param name="weights">What each criterion counts.</param>
    public Portfolio(IEnumerable<Candidate> members, Weights weights)
    {
        Members = [.. members.OrderBy(m => m.Municipality.Number, StringComparer.Ordinal)];
        Assessment = Members.Sum(m => m.Points);
        Operators = [.. Members.Select(m => m.Operator).Distinct().Order()];
        CountryParts =
        [
            .. Members.Select(m => CountryPart.Of(m.Municipality)).Distinct().Order(StringComparer.Ordinal),
        ];
        WholeCentres = Members.Count(m => m.WholeCentre);
        ClosestPairKm = Pairs()
            .Select(p => Distance.InKilometres(p.First.Municipality, p.Second.Municipality))
            .DefaultIfEmpty()
            .Min();
        Criteria = new Points(
            Assessment * weights.Assessment,
            (Operators.Count - 1) * weights.Operator,
            (CountryParts.Count - 1) * weights.CountryPart,
            HasBothForms ? weights.BothForms : 0
        );
    }

    /// <summary>The hosts, by municipality number.</summary>
    public IReadOnlyList<Candidate> Members { get; }

    /// <summary>The sum of all marks.</summary>
    public int Assessment { get; }

    /// <summary>The kinds of operator among them.</summary>
    public IReadOnlyList<OperatorKind> Operators { get; }

    /// <summary>The parts of the country that they lie in.</summary>
    public IReadOnlyList<string> CountryParts { get; }

    /// <summary>How many of them are whole centres; the others are departments.</summary>
    public int WholeCentres { get; }

    /// <summary>The distance between the two hosts closest to each other, in kilometres.</summary>
    public int ClosestPairKm { get; }

    /// <summary>True when there are both whole centres and departments.</summary>
    public bool HasBothForms => WholeCentres > 0 && WholeCentres < Members.Count;

    /// <summary>The points of each criterion.</summary>
    public Points Criteria { get; }

    private IEnumerable<(Candidate First, Candidate Second)> Pairs() =>
        Members.SelectMany((first, i) => Members.Skip(i + 1).Select(second => (first, second)));
}

/// <summary>The points that a portfolio gets for each criterion (GRA-3).</summary>
/// <param name="Assessment">Ability, effort and innovation of all hosts.</param>
/// <param name="Operators">Variation in operator.</param>
/// <param name="CountryParts">Geographic spread.</param>
/// <param name="Forms">Variation in whole centre against department.</param>
public sealed record Points(decimal Assessment, decimal Operators, decimal CountryParts, decimal Forms)
{
    /// <summary>All of them together.</summary>
    public decimal Total => Assessment + Operators + CountryParts + Forms;
}
