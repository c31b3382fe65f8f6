using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Settlement.Contracts;
using IntegrationPlatform.Settlement.Requests;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Settlement.WithdrawRequest;

/// <summary>IMDi withdraws a request that has no answer yet (SET-3).</summary>
internal static class WithdrawRequest
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/requests/{id:guid}/withdrawal", Handle)
            .RequireScope("settlement.write")
            .Allows("SET-3", Case.SettlementRequest, Role.Imdi)
            .WithSummary("Withdraws a request");

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id,
        SettlementDb db,
        Caller caller,
        TimeProvider clock,
        IPublishEndpoint bus,
        CancellationToken cancellation
    )
    {
        var request = await db.Requests.LockAsync(id, cancellation);
        if (request is null)
        {
            return Refusals.UnknownRequest.With();
        }

        if (request.State != RequestState.Open)
        {
            return request.State == RequestState.Accepted
                ? Refusals.AlreadyAccepted.With()
                : Refusals.RequestEnded.With();
        }

        caller.Entry!.Concerns(Case.Household, request.HouseholdId);
        await bus.Publish(request.End(RequestOutcome.Withdrawn, clock.Today()), cancellation);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}
