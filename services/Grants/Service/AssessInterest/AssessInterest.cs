using IntegrationPlatform.Grants.Interests;
using IntegrationPlatform.Grants.Rounds;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Grants.AssessInterest;

/// <summary>IMDi judges ability, effort and innovation; a revised judgement is a new version (GRA-2).</summary>
internal static class AssessInterest
{
    private const int LongestGrounds = 4000;

    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/rounds/{id:guid}/interests/{interestId:guid}/assessment", Handle)
            .RequireScope("grants.write")
            .Allows("GRA-2", Case.Round, Role.Imdi)
            .WithSummary("Assesses an expression of interest");

    private static async Task<Results<Created<Assessed>, ProblemHttpResult>> Handle(
        Guid id,
        Guid interestId,
        Marks marks,
        GrantsDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var errors = new FieldErrors()
            .Require(IsMark(marks.Ability), "/ability", "GRA-2", "Is 1 to 5.")
            .Require(IsMark(marks.Effort), "/effort", "GRA-2", "Is 1 to 5.")
            .Require(IsMark(marks.Innovation), "/innovation", "GRA-2", "Is 1 to 5.")
            .Require(
                !string.IsNullOrWhiteSpace(marks.Grounds) && marks.Grounds.Length <= LongestGrounds,
                "/grounds",
                "GRA-2",
                "Is 1 to 4000 characters."
            );
        if (errors.Any)
        {
            return errors.Problem();
        }

        var round = await db.Rounds.FindLocked(id, cancellation);
        var interest = await db
            .Interests.Include(i => i.Assessments)
            .SingleOrDefaultAsync(i => i.Id == interestId && i.RoundId == id, cancellation);
        if (round is null || interest is null)
        {
            return Refusals.UnknownInterest.With();
        }

        if (await db.Decisions.AnyAsync(d => d.RoundId == id, cancellation))
        {
            return Refusals.AlreadyDecided.With();
        }

        if (interest.Superseded)
        {
            return Refusals.InterestSuperseded.With();
        }

        var assessment = new Assessment
        {
            InterestId = interestId,
            Version = (interest.Assessed?.Version ?? 0) + 1,
            Ability = marks.Ability!.Value,
            Effort = marks.Effort!.Value,
            Innovation = marks.Innovation!.Value,
            Grounds = marks.Grounds!,
            On = clock.Today(),
            Client = caller.Client,
        };
        db.Add(assessment);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created((string?)null, new Assessed(interestId, assessment.Version, assessment.Points));
    }

    private static bool IsMark(int? mark) => mark is >= Assessment.Lowest and <= Assessment.Highest;
}

/// <summary>The marks of an expression of interest.</summary>
/// <param name="Ability">Evne, 1 to 5.</param>
/// <param name="Effort">Innsats, 1 to 5.</param>
/// <param name="Innovation">Innovasjonskompetanse, 1 to 5.</param>
/// <param name="Grounds">Why.</param>
public sealed record Marks(int? Ability = null, int? Effort = null, int? Innovation = null, string? Grounds = null);

/// <summary>The assessment was taken in.</summary>
/// <param name="InterestId">The interest.</param>
/// <param name="Version">1 for the first assessment.</param>
/// <param name="Points">The three marks together.</param>
public sealed record Assessed(Guid InterestId, int Version, int Points);
