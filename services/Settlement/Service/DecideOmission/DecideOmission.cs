using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Conditions;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Settlement.Handoffs;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace IntegrationPlatform.Settlement.DecideOmission;

/// <summary>The municipality decides whether it leaves out an element that the resident completed (PRO-6).</summary>
internal static class DecideOmission
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/residents/{id:guid}/omissions", Handle)
            .RequireScope("settlement.write")
            .TakesIfMatch()
            .Allows("PRO-6", Case.Resident, Role.SettlementMunicipality)
            .WithSummary(
                "Records whether a completed element is left out of the introduction programme, in place of an earlier decision"
            );

    private static async Task<Results<NoContent, ProblemHttpResult>> Handle(
        Guid id,
        Omission omission,
        HttpRequest request,
        SettlementDb db,
        Caller caller,
        TimeProvider clock,
        IOptions<JsonOptions> json,
        CancellationToken cancellation
    )
    {
        var handoff = await db.Handoffs.LockOfAsync(id, cancellation);
        if (handoff?.PartOf(caller, cluster: null) is null)
        {
            return Refusals.UnknownResident.With();
        }

        if (handoff.TransferredOn is null)
        {
            return Refusals.NotTransferred.With();
        }

        if (await db.Elements.FindAsync([id, omission.Element], cancellation) is not { } element)
        {
            return Refusals.ElementNotCompleted.With();
        }

        var read = Tagged.TagOf(await ResidentHandoff.OfAsync(db, handoff, cancellation), json.Value);
        if (IfMatch.Refuses(request, read, overwrites: element.Omitted is not null) is { } changed)
        {
            return changed;
        }

        element.Decide(omission.Omitted, clock.Today(), caller.Organisation);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.NoContent();
    }
}

/// <summary>The municipality's decision about an element.</summary>
/// <param name="Element">The element's code.</param>
/// <param name="Omitted">True to leave it out, false to give it again.</param>
public sealed record Omission(string Element, bool Omitted);
