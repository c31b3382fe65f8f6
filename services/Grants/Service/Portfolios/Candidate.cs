using IntegrationPlatform.Grants.Geography;
using IntegrationPlatform.Grants.Interests;
using IntegrationPlatform.Municipalities;

namespace IntegrationPlatform.Grants.Portfolios;

/// <summary>An assessed expression of interest, as far as the choice of a portfolio looks at it (GRA-3).</summary>
/// <param name="InterestId">The interest.</param>
/// <param name="Municipality">Where.</param>
/// <param name="Operator">Who runs the centre.</param>
/// <param name="WholeCentre">All of the centre, or a department.</param>
/// <param name="Points">The three marks together (GRA-2).</param>
public sealed record Candidate(
    Guid InterestId,
    Municipality Municipality,
    OperatorKind Operator,
    bool WholeCentre,
    int Points
)
{
    /// <summary>The candidate behind an interest that was assessed.</summary>
    /// <exception cref="InvalidOperationException">The interest was not assessed.</exception>
    public static Candidate From(Interest interest) =>
        new(
            interest.Id,
            Places.Known(interest.Municipality),
            interest.Centre.Operator,
            interest.Centre.WholeCentre,
            (interest.Assessed ?? throw new InvalidOperationException("The interest is not assessed.")).Points
        );
}
