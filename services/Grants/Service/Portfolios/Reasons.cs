using System.Globalization;
using IntegrationPlatform.Grants.Interests;

namespace IntegrationPlatform.Grants.Portfolios;

/// <summary>Says in words what speaks for the best portfolio, and what another one lacks against it (GRA-3).</summary>
public static class Reasons
{
    /// <summary>What speaks for a portfolio.</summary>
    public static IReadOnlyList<Reason> For(Portfolio portfolio) =>
        [
            new(
                Criterion.Assessment,
                portfolio.Criteria.Assessment,
                0,
                $"The marks for ability, effort and innovation add up to {portfolio.Assessment}."
            ),
            new(Criterion.Operators, portfolio.Criteria.Operators, 0, $"Operators: {Names(portfolio.Operators)}."),
            new(
                Criterion.CountryParts,
                portfolio.Criteria.CountryParts,
                0,
                $"Parts of the country: {string.Join(", ", portfolio.CountryParts)}; "
                    + $"the closest two hosts are {portfolio.ClosestPairKm} km apart."
            ),
            new(
                Criterion.Forms,
                portfolio.Criteria.Forms,
                0,
                $"Whole centres: {portfolio.WholeCentres}; departments: {portfolio.Members.Count - portfolio.WholeCentres}."
            ),
        ];

    /// <summary>How a portfolio differs from the best one, criterion by criterion; what is equal is left out.</summary>
    public static IReadOnlyList<Reason> Against(Portfolio best, Portfolio other)
    {
        List<Reason> differences =
        [
            new(
                Criterion.Assessment,
                other.Criteria.Assessment,
                other.Criteria.Assessment - best.Criteria.Assessment,
                $"The marks add up to {other.Assessment} against {best.Assessment}."
            ),
            new(
                Criterion.Operators,
                other.Criteria.Operators,
                other.Criteria.Operators - best.Criteria.Operators,
                Missing(
                    "operator",
                    Names(best.Operators.Except(other.Operators)),
                    Names(other.Operators.Except(best.Operators))
                )
            ),
            new(
                Criterion.CountryParts,
                other.Criteria.CountryParts,
                other.Criteria.CountryParts - best.Criteria.CountryParts,
                Missing(
                    "part of the country",
                    string.Join(", ", best.CountryParts.Except(other.CountryParts, StringComparer.Ordinal)),
                    string.Join(", ", other.CountryParts.Except(best.CountryParts, StringComparer.Ordinal))
                )
            ),
            new(
                Criterion.Forms,
                other.Criteria.Forms,
                other.Criteria.Forms - best.Criteria.Forms,
                other.HasBothForms ? "Has both whole centres and departments."
                    : other.WholeCentres > 0 ? "Has whole centres only."
                    : "Has departments only."
            ),
        ];
        differences.RemoveAll(reason => reason.Difference == 0);
        if (other.Criteria.Total == best.Criteria.Total)
        {
            differences.Add(TieBreak(best, other));
        }

        return differences;
    }

    private static Reason TieBreak(Portfolio best, Portfolio other) =>
        new(
            Criterion.TieBreak,
            0,
            0,
            other.Assessment != best.Assessment
                    ? $"Equal in points, with marks of {other.Assessment} against {best.Assessment}."
                : other.ClosestPairKm != best.ClosestPairKm
                    ? $"Equal in points; its closest two hosts are {other.ClosestPairKm} km apart against {best.ClosestPairKm} km."
                : "Equal in points, marks and distance; the lower municipality numbers stand first."
        );

    private static string Missing(string what, string lacks, string adds) =>
        (lacks, adds) switch
        {
            ("", _) => $"Has more of this: {what} {adds}.",
            (_, "") => $"Lacks {what}: {lacks}.",
            _ => $"Lacks {what}: {lacks}; has {adds} instead.",
        };

    private static string Names(IEnumerable<OperatorKind> kinds) =>
        string.Join(", ", kinds.Select(kind => kind.ToString().ToLower(CultureInfo.InvariantCulture)));
}

/// <summary>What a reason is about.</summary>
public enum Criterion
{
    /// <summary>Ability, effort and innovation (GRA-2).</summary>
    Assessment,

    /// <summary>Variation in operator.</summary>
    Operators,

    /// <summary>Geographic spread.</summary>
    CountryParts,

    /// <summary>Variation in whole centre against department.</summary>
    Forms,

    /// <summary>What decides between equals.</summary>
    TieBreak,
}

/// <summary>One reason.</summary>
/// <param name="Criterion">What it is about.</param>
/// <param name="Points">The points that the portfolio gets for it.</param>
/// <param name="Difference">The points against the best portfolio; negative when behind.</param>
/// <param name="Text">The reason as a sentence.</param>
public sealed record Reason(Criterion Criterion, decimal Points, decimal Difference, string Text);
