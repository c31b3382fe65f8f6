using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Benchmarks.Intake;

/// <summary>An ordinary slice: one business row and one event.</summary>
internal static class RegisterArrival
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapPost("/arrivals", Handle).AllowAnonymous();

    private static async Task<Created<Registered>> Handle(
        NewArrival request,
        IntakeDb db,
        IPublishEndpoint bus,
        CancellationToken cancellation
    )
    {
        var arrival = request.Row();
        db.Add(arrival);
        await bus.Publish(NewArrival.Event(arrival), cancellation);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/intake/v1/arrivals/{arrival.ArrivalId}", new Registered(arrival.ArrivalId));
    }
}

/// <summary>The request.</summary>
internal sealed record NewArrival(string Name, string Municipality, DateOnly ArrivedOn, int Languages)
{
    public Arrival Row() =>
        new()
        {
            ArrivalId = Guid.CreateVersion7(),
            Name = Name,
            Municipality = Municipality,
            ArrivedOn = ArrivedOn,
            Languages = Languages,
        };

    public static ArrivalRegistered Event(Arrival arrival) =>
        new(arrival.ArrivalId, arrival.Municipality, arrival.ArrivedOn, arrival.Languages);
}

/// <summary>The answer.</summary>
internal sealed record Registered(Guid Id);
