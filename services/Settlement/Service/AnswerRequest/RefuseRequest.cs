using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Settlement.Contracts;
using IntegrationPlatform.Settlement.Requests;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Settlement.AnswerRequest;

/// <summary>A municipality refuses a household; nothing about it stays there (SET-3).</summary>
internal static class RefuseRequest
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/requests/{id:guid}/refusal", Handle)
            .RequireScope("settlement.write")
            .Allows("SET-3", Case.SettlementRequest, Role.AskedMunicipality)
            .WithSummary("Refuses a request");

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id,
        Refusal refusal,
        SettlementDb db,
        Caller caller,
        TimeProvider clock,
        IPublishEndpoint bus,
        CancellationToken cancellation
    )
    {
        var today = clock.Today();
        var request = await db.Requests.LockAsync(id, cancellation);
        if (Answering.Refuses(request, caller, today) is { } problem)
        {
            return problem.With();
        }

        caller.Entry!.Concerns(Case.Household, request!.HouseholdId);

        await bus.Publish(request.End(RequestOutcome.Refused, today, refusal.Reason), cancellation);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}

/// <summary>Why the municipality refuses.</summary>
/// <param name="Reason">The reason, as a code.</param>
public sealed record Refusal(RefusalReason Reason);
