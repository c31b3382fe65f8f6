using IntegrationPlatform.Grants.Interests;
using IntegrationPlatform.Grants.Portfolios;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Grants.RankPortfolios;

/// <summary>The directorates see every portfolio, best first, and what each lacks against the best (GRA-3).</summary>
internal static class RankPortfolios
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapGet("/rounds/{id:guid}/portfolios", Handle)
            .RequireScope("grants.read")
            .Allows("GRA-3", Case.Round, Roles.Directorates)
            .WithSummary("Ranks every portfolio of hosts with the reasons");

    private static async Task<Results<Ok<RankedPortfolios>, ProblemHttpResult>> Handle(
        Guid id,
        GrantsDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var round = await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation);
        if (round is null)
        {
            return Refusals.UnknownRound.With();
        }

        var interests = await db.Interests.AsNoTracking().CurrentIn(id, cancellation);
        if (interests.Find(i => i.Assessed is null) is { } open)
        {
            return Refusals.NotAssessed.With($"The one of municipality {open.Municipality} is not.");
        }

        if (interests.Count < round.Hosts)
        {
            return Refusals.TooFewInterests.With();
        }

        var weights = await Weights.On(db, round.OpenedOn, cancellation);
        var ranking = Ranking.Of(interests.ConvertAll(Candidate.From), round.Hosts, weights);
        return TypedResults.Ok(
            new RankedPortfolios(
                round.TakesInterests(clock.Today()),
                ranking.Proof,
                weights,
                [.. ranking.Portfolios.Select((p, i) => RankedPortfolio.Of(p, i + 1, ranking.Portfolios[0]))]
            )
        );
    }
}

/// <summary>Every portfolio, best first.</summary>
/// <param name="Provisional">True while interests can still be sent or replaced.</param>
/// <param name="Proof">Why the first is the best.</param>
/// <param name="Weights">What each criterion counts.</param>
/// <param name="Portfolios">The portfolios.</param>
public sealed record RankedPortfolios(
    bool Provisional,
    Proof Proof,
    Weights Weights,
    IReadOnlyList<RankedPortfolio> Portfolios
);

/// <summary>One portfolio in its place.</summary>
/// <param name="Place">1 for the best.</param>
/// <param name="InterestIds">The interests, in the order of the municipalities.</param>
/// <param name="Municipalities">The municipalities' numbers.</param>
/// <param name="Names">The municipalities' names.</param>
/// <param name="Points">The points in all.</param>
/// <param name="BehindBest">The points that it lacks against the best.</param>
/// <param name="Reasons">For the best, what speaks for it; for another, how it differs from the best.</param>
public sealed record RankedPortfolio(
    int Place,
    IReadOnlyList<Guid> InterestIds,
    IReadOnlyList<string> Municipalities,
    IReadOnlyList<string> Names,
    decimal Points,
    decimal BehindBest,
    IReadOnlyList<Reason> Reasons
)
{
    internal static RankedPortfolio Of(Portfolio portfolio, int place, Portfolio best) =>
        new(
            place,
            [.. portfolio.Members.Select(m => m.InterestId)],
            [.. portfolio.Members.Select(m => m.Municipality.Number)],
            [.. portfolio.Members.Select(m => m.Municipality.Name)],
            portfolio.Criteria.Total,
            best.Criteria.Total - portfolio.Criteria.Total,
            place == 1 ? Portfolios.Reasons.For(portfolio) : Portfolios.Reasons.Against(best, portfolio)
        );
}
