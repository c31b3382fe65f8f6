using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Persistence.Policy;
using IntegrationPlatform.Settlement.Contracts;
using IntegrationPlatform.Settlement.Households;
using IntegrationPlatform.Settlement.Requests;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement.RequestSettlement;

/// <summary>IMDi asks a municipality to settle a household (SET-3).</summary>
internal static class RequestSettlement
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/households/{id:guid}/requests", Handle)
            .RequireScope("settlement.write")
            .Allows("SET-3", Case.Household, Role.Imdi)
            .WithSummary("Asks a municipality to settle a household");

    private static async Task<Results<Created<Requested>, ProblemHttpResult>> Handle(
        Guid id,
        HouseholdRequest asked,
        SettlementDb db,
        TimeProvider clock,
        IPublishEndpoint bus,
        CancellationToken cancellation
    )
    {
        // The household's row is locked, so that two requests for it do not pass each other.
        var household = await db.Households.LockAsync(id, cancellation);
        if (household is null)
        {
            return Refusals.UnknownHousehold.With();
        }

        await db.Entry(household).Collection(h => h.Members).LoadAsync(cancellation);
        var cluster = await db.ClusterOfAsync(household, cancellation);
        if (cluster is null)
        {
            return Refusals.UnknownHousehold.With();
        }

        var accepted = await db
            .Handoffs.Where(h => h.HouseholdId == id)
            .Select(h => h.ResidentId)
            .ToListAsync(cancellation);
        var residents = household.Present.Where(m => !accepted.Contains(m.ResidentId)).ToList();
        if (residents.Count == 0)
        {
            return Refusals.NobodyToSettle.With();
        }

        if (!residents.TrueForAll(m => m.HasPermit))
        {
            return Refusals.PermitMissing.With();
        }

        if (!await db.Recommendations.AnyAsync(r => r.HouseholdId == id, cancellation))
        {
            return Refusals.RecommendationMissing.With();
        }

        if (await db.Requests.AnyAsync(r => r.HouseholdId == id && r.State == RequestState.Open, cancellation))
        {
            return Refusals.AlreadyRequested.With();
        }

        var today = clock.Today();
        var number = await db.YearlyNumbers.SingleOrDefaultAsync(
            n => n.Municipality == asked.Municipality && n.Year == today.Year,
            cancellation
        );
        if (number is null)
        {
            return Refusals.MunicipalityNotAsked.With();
        }

        if (!number.HasRoomFor(residents.Count))
        {
            return Refusals.YearlyNumberReached.With();
        }

        var days = await db.PolicyAsync(SettlementPolicy.AnswerDays, today, cancellation);
        var request = new SettlementRequest
        {
            Id = Guid.CreateVersion7(),
            HouseholdId = id,
            ClusterId = cluster.Id,
            Residents = [.. residents.Select(m => m.ResidentId).Order()],
            Municipality = number.Municipality,
            Organisation = number.Organisation,
            YearlyNumberId = number.Id,
            RequestedOn = today,
            AnswerBy = today.AddDays((int)days),
        };
        db.Add(request);
        await bus.Publish(
            new SettlementRequested(request.Id, id, cluster.Id, request.Municipality, request.AnswerBy),
            cancellation
        );
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created(
            $"/settlement/v1/requests/{request.Id}",
            new Requested(request.Id, request.Municipality, request.Residents.Count, request.AnswerBy)
        );
    }
}

/// <summary>Whom IMDi asks.</summary>
/// <param name="Municipality">The number of a municipality with a yearly request.</param>
public sealed record HouseholdRequest(string Municipality);

/// <summary>A request that a municipality may answer.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Municipality">The number of the municipality.</param>
/// <param name="Persons">How many members of the household it is about.</param>
/// <param name="AnswerBy">The last day on which it can be answered.</param>
public sealed record Requested(Guid Id, string Municipality, int Persons, DateOnly AnswerBy);
