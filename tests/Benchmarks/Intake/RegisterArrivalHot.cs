using IntegrationPlatform.Messaging.Outbox;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Benchmarks.Intake;

/// <summary>
/// The same act where very many come at once, outside the group of one transaction a request: a group of requests is one
/// transaction and one event.
/// </summary>
internal static class RegisterArrivalHot
{
    public static void Map(IEndpointRouteBuilder app) => app.MapPost("/intake/hot/arrivals", Handle).AllowAnonymous();

    // By hand: as one statement the rows cost a fraction of what they cost as entities.
    public static async Task WriteAsync(IReadOnlyList<Arrival> arrivals, IntakeDb db, IPublishEndpoint bus)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into arrivals (arrival_id, name, municipality, arrived_on, languages)
            select * from unnest(
                {arrivals.Select(a => a.ArrivalId).ToArray()},
                {arrivals.Select(a => a.Name).ToArray()},
                {arrivals.Select(a => a.Municipality).ToArray()},
                {arrivals.Select(a => a.ArrivedOn).ToArray()},
                {arrivals.Select(a => a.Languages).ToArray()})
            """
        );
        await bus.Publish(new ArrivalsRegistered([.. arrivals.Select(NewArrival.Event)]));
    }

    private static async Task<Created<Registered>> Handle(
        NewArrival request,
        GroupCommit<IntakeDb, Arrival> group,
        CancellationToken cancellation
    )
    {
        var arrival = request.Row();
        await group.CommitAsync(arrival, cancellation);
        return TypedResults.Created($"/intake/hot/arrivals/{arrival.ArrivalId}", new Registered(arrival.ArrivalId));
    }
}
