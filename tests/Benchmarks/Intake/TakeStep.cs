using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Benchmarks.Intake;

/// <summary>An ordinary slice whose event moves a case: one of the two that the case waits for.</summary>
internal static class TakeStep
{
    public static void Map(IEndpointRouteBuilder v1) => v1.MapPost("/steps", Handle).AllowAnonymous();

    private static async Task<Created<Registered>> Handle(
        NewStep request,
        IntakeDb db,
        IPublishEndpoint bus,
        CancellationToken cancellation
    )
    {
        var step = new CaseStep
        {
            Id = Guid.CreateVersion7(),
            CaseId = request.CaseId,
            Signature = request.Signature,
            Municipality = request.Municipality,
        };
        db.Add(step);
        if (step.Signature)
        {
            await bus.Publish(new CaseSigned(step.CaseId, step.Municipality), cancellation);
        }
        else
        {
            await bus.Publish(new CaseCounted(step.CaseId, 1), cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        return TypedResults.Created($"/intake/v1/steps/{step.Id}", new Registered(step.Id));
    }
}

/// <summary>The request.</summary>
internal sealed record NewStep(Guid CaseId, bool Signature, string Municipality);
