using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Counting.Cases;

/// <summary>Opens a case.</summary>
internal static class OpenCase
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapPost("/cases", Handle).AllowAnonymous();

    private static async Task<Created<Opened>> Handle(
        NewCase request,
        CountingDb db,
        IPublishEndpoint bus,
        CancellationToken cancellation
    )
    {
        var opened = new Case { Id = Guid.CreateVersion7(), Reference = request.Reference };
        db.Add(opened);
        await bus.Publish(new CaseOpened(opened.Id), cancellation);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/counting/v1/cases/{opened.Id}", new Opened(opened.Id));
    }
}

/// <summary>The request.</summary>
internal sealed record NewCase(int Reference);

/// <summary>The answer.</summary>
internal sealed record Opened(Guid Id);
