using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Municipalities;
using IntegrationPlatform.Parties;
using IntegrationPlatform.Persistence.Policy;
using IntegrationPlatform.Settlement.Contracts;
using IntegrationPlatform.Settlement.Households;
using IntegrationPlatform.Settlement.Recommendations;
using IntegrationPlatform.Settlement.YearlyNumbers;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement.RecommendMunicipality;

/// <summary>A centre recommends where a household should settle; UDI hears of it (SET-1).</summary>
internal static class RecommendMunicipality
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/households/{id:guid}/recommendation", Handle)
            .RequireScope("settlement.write")
            .Allows("SET-1", Case.Household, Role.Centre)
            .WithSummary("Recommends a municipality for a household");

    private static async Task<Results<Created<Recommended>, ProblemHttpResult>> Handle(
        Guid id,
        MunicipalityRecommendation recommended,
        SettlementDb db,
        Caller caller,
        TimeProvider clock,
        IPublishEndpoint bus,
        CancellationToken cancellation
    )
    {
        var household = await db.Households.Include(h => h.Members).SingleOrDefaultAsync(h => h.Id == id, cancellation);
        var cluster = await db.ClusterOfAsync(household, cancellation);
        if (household is null || cluster?.PartOf(caller) is null)
        {
            return Refusals.UnknownHousehold.With();
        }

        var today = clock.Today();
        var known = MunicipalityRegister.Find(recommended.Municipality) is not null;
        var errors = new FieldErrors().Require(known, "/municipality", "SET-1", "Is not the number of a municipality.");
        if (known)
        {
            await JudgeAsync(db, recommended, cluster, household, today, errors, cancellation);
        }

        if (errors.Any)
        {
            return errors.Problem();
        }

        var recommendation = new Recommendation
        {
            Id = Guid.CreateVersion7(),
            HouseholdId = id,
            Municipality = recommended.Municipality,
            Type = recommended.MunicipalityType,
            Grounds = recommended.Grounds,
            RecommendedOn = today,
            RecommendedBy = caller.Organisation,
        };
        db.Add(recommendation);
        await bus.Publish(
            new SettlementRecommended(
                recommendation.Id,
                id,
                cluster.Id,
                recommendation.Municipality,
                recommendation.Type,
                today
            ),
            cancellation
        );
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created(
            $"/settlement/v1/households/{id}",
            new Recommended(recommendation.Id, recommendation.Municipality, today)
        );
    }

    // SET-2: the order of 2016, and since 2022 every municipality that IMDi asked; by the day of the recommendation.
    private static async Task JudgeAsync(
        SettlementDb db,
        MunicipalityRecommendation recommended,
        Cluster cluster,
        Household household,
        DateOnly today,
        FieldErrors errors,
        CancellationToken cancellation
    )
    {
        if (await db.PolicyAsync(SettlementPolicy.HostFirst, today, cancellation) == 0)
        {
            errors.Require(
                await NumberAsync(db, recommended.Municipality, today.Year, cancellation) is not null,
                "/municipality",
                "SET-2",
                "Is not a municipality that IMDi has asked this year."
            );
            return;
        }

        var host = await NumberAsync(db, cluster.HostMunicipality, today.Year, cancellation);
        var order = new HostFirst(
            cluster.HostMunicipality,
            HostIsFull: host?.HasRoomFor(household.Present.Count()) is not true
        );
        errors
            .Require(
                order.HostFullIsTrue(recommended.Grounds),
                "/grounds",
                "SET-2",
                "The host municipality has room for the household."
            )
            .Require(
                order.Allows(recommended.Municipality, recommended.Grounds),
                "/grounds",
                "SET-2",
                "Outside the host municipality and its neighbours it takes work or education."
            );
    }

    private static Task<YearlyNumber?> NumberAsync(
        SettlementDb db,
        string municipality,
        int year,
        CancellationToken cancellation
    ) =>
        db
            .YearlyNumbers.AsNoTracking()
            .SingleOrDefaultAsync(n => n.Municipality == municipality && n.Year == year, cancellation);
}

/// <summary>What the centre recommends.</summary>
/// <param name="Municipality">The number of the named municipality.</param>
/// <param name="MunicipalityType">The type of municipality that suits.</param>
/// <param name="Grounds">Why.</param>
public sealed record MunicipalityRecommendation(
    string Municipality,
    MunicipalityType MunicipalityType,
    Grounds Grounds
);

/// <summary>A registered recommendation.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Municipality">The number of the named municipality.</param>
/// <param name="RecommendedOn">The day.</param>
public sealed record Recommended(Guid Id, string Municipality, DateOnly RecommendedOn);
