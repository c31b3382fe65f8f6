using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Settlement.Contracts;
using IntegrationPlatform.Settlement.Handoffs;
using IntegrationPlatform.Settlement.Transfers;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement.AnswerRequest;

/// <summary>A municipality accepts a household; only now anything about its members is sent (SET-3, SET-4).</summary>
internal static class AcceptRequest
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/requests/{id:guid}/acceptance", Handle)
            .RequireScope("settlement.write")
            .Allows("SET-3", Case.SettlementRequest, Role.AskedMunicipality)
            .WithSummary("Accepts a request: the transfer of every member starts");

    private static async Task<Results<Ok<Accepted>, ProblemHttpResult>> Handle(
        Guid id,
        SettlementDb db,
        Caller caller,
        TimeProvider clock,
        IPublishEndpoint bus,
        CancellationToken cancellation
    )
    {
        var today = clock.Today();
        var request = await db.Requests.LockAsync(id, cancellation);
        if (Answering.Refuses(request, caller, today) is { } refusal)
        {
            return refusal.With();
        }

        caller.Entry!.Concerns(Case.Household, request!.HouseholdId);

        var members = await db
            .Members.Where(m => request.Residents.Contains(m.ResidentId) && !m.Erased)
            .ToListAsync(cancellation);
        if (members.Count == 0 || !members.TrueForAll(m => m.HasPermit))
        {
            return Refusals.PermitMissing.With();
        }

        // SET-2: the row is locked, so that simultaneous acceptances do not pass the number together.
        var number = await db.YearlyNumbers.LockAsync(request.YearlyNumberId, cancellation);
        if (!number!.Take(members.Count))
        {
            return Refusals.YearlyNumberReached.With();
        }

        foreach (var member in members)
        {
            var handoff = new Handoff
            {
                Id = Guid.CreateVersion7(),
                ResidentId = member.ResidentId,
                HouseholdId = request.HouseholdId,
                RequestId = request.Id,
                ClusterId = request.ClusterId,
                Municipality = request.Municipality,
                Organisation = request.Organisation,
                AgeGroup = member.AgeGroup!.Value,
                AcceptedOn = today,
            };
            db.Add(handoff);
            await bus.Publish(new StartTransfer(handoff.Id, handoff.ResidentId), cancellation);
        }

        await bus.Publish(request.End(RequestOutcome.Accepted, today), cancellation);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(
            new Accepted(id, request.HouseholdId, today, [.. members.Select(m => m.ResidentId).Order()])
        );
    }
}

/// <summary>An accepted request.</summary>
/// <param name="Id">The request.</param>
/// <param name="HouseholdId">The household that moves together.</param>
/// <param name="AcceptedOn">The day.</param>
/// <param name="Residents">Its members, whose transfers arrive in IMDinett.</param>
public sealed record Accepted(Guid Id, Guid HouseholdId, DateOnly AcceptedOn, IReadOnlyList<Guid> Residents);
