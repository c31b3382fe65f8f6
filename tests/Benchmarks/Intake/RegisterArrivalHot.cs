using IntegrationPlatform.Messaging.Outbox;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Benchmarks.Intake;

/// <summary>The same act where very many come at once: outside the group of one transaction a request.</summary>
internal static class RegisterArrivalHot
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/intake/hot/arrivals", Handle).AllowAnonymous();

    private static async Task<Created<Registered>> Handle(
        NewArrival request,
        GroupCommit<IntakeDb> commit,
        CancellationToken cancellation
    )
    {
        var arrival = request.Row();
        await commit.CommitAsync(
            (db, bus) =>
            {
                db.Add(arrival);
                return bus.Publish(NewArrival.Event(arrival), cancellation);
            },
            cancellation
        );
        return TypedResults.Created($"/intake/hot/arrivals/{arrival.ArrivalId}", new Registered(arrival.ArrivalId));
    }
}
