using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Audit;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Mapping.Deadline;
using IntegrationPlatform.Persistence.Personal;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Mapping.EraseResident;

/// <summary>UDI has a resident erased: the key is destroyed, and every service is told (ALL-1).</summary>
internal static class EraseResident
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/residents/{id:guid}/erasure", Handle)
            .RequireScope("mapping.permit")
            .Allows("ALL-1", Case.Resident, Role.Udi)
            .Is(Act.Erased)
            .WithSummary("Erases a resident's personal data for ever");

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id,
        MappingDb db,
        ResidentAccess access,
        Caller caller,
        TimeProvider clock,
        IPublishEndpoint bus,
        CancellationToken cancellation
    )
    {
        if (await access.LockAsync(id, caller, cancellation) is not { } resident)
        {
            return Refusals.UnknownResident.With();
        }

        resident.ErasedOn = clock.Today();
        resident.Erased = caller.Acts(clock);
        resident.DufIndex = null;
        await db.EraseKeyAsync(id, cancellation);
        await bus.Publish(new ResidentErased(id), cancellation);
        if (resident.MappingDueOn is not null)
        {
            await bus.Publish(new DeadlineLifted(id, resident.ClusterId), cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}
