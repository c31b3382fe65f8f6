using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Tokens;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Settlement.ReplayDelivery;

/// <summary>IMDi has an event sent once more, with the same id: a parked one, or one that the receiver lost (SET-4).</summary>
internal static class ReplayDelivery
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/deliveries/{id:guid}/replay", Handle)
            .RequireScope("settlement.write")
            .Allows("SET-4", Case.Delivery, Role.Imdi)
            .WithSummary("Sends an event to IMDinett once more");

    private static async Task<Results<Accepted, ProblemHttpResult>> Handle(
        Guid id,
        SettlementDb db,
        CancellationToken cancellation
    )
    {
        if (await db.Deliveries.LockAsync(id, cancellation) is not { } delivery)
        {
            return Refusals.UnknownDelivery.With();
        }

        if (delivery.Sealed is null)
        {
            return Refusals.DeliveryCancelled.With();
        }

        delivery.Replay(TimeProvider.System.GetUtcNow());
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Accepted($"/settlement/v1/deliveries/{id}");
    }
}
