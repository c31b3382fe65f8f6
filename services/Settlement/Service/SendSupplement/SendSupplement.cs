using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Audit;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Sealing;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Settlement.Deliveries;
using IntegrationPlatform.Settlement.Handoffs;
using IntegrationPlatform.Settlement.Transfers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IntegrationPlatform.Settlement.SendSupplement;

/// <summary>The cluster sends the municipality supplementary information about competence, after the transfer (SET-5).</summary>
internal static class SendSupplement
{
    private const int LongestText = 20_000;

    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/residents/{id:guid}/supplements", Handle)
            .RequireScope("settlement.write")
            .Allows("SET-5", Case.Resident, Role.Centre, Role.HostMunicipality, Role.CareerCentre)
            .Is(Act.Sent)
            .WithSummary("Sends supplementary information to the settlement municipality");

    private static async Task<Results<Accepted<SupplementQueued>, ProblemHttpResult>> Handle(
        Guid id,
        Supplement supplement,
        SettlementDb db,
        Caller caller,
        SectionSeal seal,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var handoff = await db.Handoffs.LockOfAsync(id, cancellation);
        var cluster = await db.Clusters.FindAsync([handoff?.ClusterId ?? Guid.Empty], cancellation);
        if (handoff?.PartOf(caller, cluster) is null)
        {
            return Refusals.UnknownResident.With();
        }

        var errors = new FieldErrors().Require(
            supplement.Text.Length is > 0 and <= LongestText,
            "/text",
            "SET-5",
            "Takes 1 to 20 000 characters."
        );
        if (errors.Any)
        {
            return errors.Problem();
        }

        if (handoff.Content is null)
        {
            return Refusals.NotTransferred.With();
        }

        var data = new SupplementData(
            id,
            NamedMunicipality.Of(handoff.Municipality),
            caller.Organisation,
            clock.Today(),
            supplement.Text
        );
        var cloudEvent = handoff.NextEvent(EventTypes.Supplement, data, clock.GetUtcNow());
        db.Add(Delivery.Of(cloudEvent, handoff, seal));
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Accepted($"/settlement/v1/residents/{id}/handoff", new SupplementQueued(cloudEvent.Id));
    }
}

/// <summary>Supplementary information.</summary>
/// <param name="Text">What the municipality should know; it travels and rests sealed.</param>
public sealed record Supplement(string Text);

/// <summary>A supplement on its way.</summary>
/// <param name="EventId">The event's id.</param>
public sealed record SupplementQueued(string EventId);
