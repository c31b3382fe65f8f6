using System.Text.Json;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Audit;
using IntegrationPlatform.Hosting.Sealing;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Settlement.Elements;
using IntegrationPlatform.Settlement.Handoffs;
using IntegrationPlatform.Settlement.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement.ExportResident;

/// <summary>Everything that Settlement holds on one person, for the person; the log is read out apart (ALL-1).</summary>
internal static class ExportResident
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapGet("/residents/{id:guid}/export", Handle)
            .WithName("exportFromSettlement")
            .RequireScope("settlement.export")
            .Allows("ALL-1", Case.Resident, Role.Centre, Role.SettlementMunicipality, Role.Imdi)
            .Is(Act.Exported)
            .WithSummary("Takes out everything that Settlement holds on a resident");

    private static async Task<Results<Ok<SettlementExport>, ProblemHttpResult>> Handle(
        Guid id,
        SettlementDb db,
        SectionSeal seal,
        Caller caller,
        CancellationToken cancellation
    )
    {
        if (await db.ResidentForAsync(id, caller, cancellation) is not { Member: var member, Handoff: var handoff })
        {
            return Refusals.UnknownResident.With();
        }

        var requests = await db
            .Requests.AsNoTracking()
            .Where(r => r.Residents.Contains(id))
            .OrderBy(r => r.Id)
            .ToListAsync(cancellation);
        var elements = await db
            .Elements.AsNoTracking()
            .Where(e => e.ResidentId == id)
            .OrderBy(e => e.Element)
            .ToListAsync(cancellation);
        var events = await db
            .Deliveries.AsNoTracking()
            .Where(d => d.ResidentId == id && d.Sealed != null)
            .OrderBy(d => d.Sequence)
            .Select(d => d.Sealed!)
            .ToListAsync(cancellation);
        return TypedResults.Ok(
            new SettlementExport(
                id,
                member.HouseholdId,
                member.AgeGroup,
                member.Permit,
                requests.ConvertAll(r => new ExportedRequest(r.Municipality, r.State, r.RequestedOn, r.EndedOn)),
                handoff?.State,
                handoff?.Municipality,
                handoff?.AcceptedOn,
                handoff?.SettledOn,
                handoff?.ProgrammeStartedOn,
                handoff?.ConversationOutcome is { } outcome ? seal.Open<string>(outcome) : null,
                elements.ConvertAll(DecidedElement.Of),
                events.ConvertAll(e => seal.Open<JsonElement>(e))
            )
        );
    }
}

/// <summary>What Settlement holds on a person.</summary>
/// <param name="ResidentId">The id by which the platform knows the person.</param>
/// <param name="HouseholdId">The household.</param>
/// <param name="AgeGroup">Age on arrival, coarse.</param>
/// <param name="Permit">The permit status.</param>
/// <param name="Requests">The municipalities that were asked.</param>
/// <param name="State">Where the settlement stands once a municipality accepted.</param>
/// <param name="Municipality">The settlement municipality's number.</param>
/// <param name="AcceptedOn">The day it accepted.</param>
/// <param name="SettledOn">The day the person moved.</param>
/// <param name="ProgrammeStartedOn">The first day of the introduction programme.</param>
/// <param name="ConversationOutcome">What came out of the transfer conversation.</param>
/// <param name="Elements">Completed elements, and what the municipality decided about them.</param>
/// <param name="Events">The events that were sent to IMDinett, as they were sent.</param>
internal sealed record SettlementExport(
    Guid ResidentId,
    Guid? HouseholdId,
    AgeGroup? AgeGroup,
    PermitStatus? Permit,
    IReadOnlyList<ExportedRequest> Requests,
    SettlementState? State,
    string? Municipality,
    DateOnly? AcceptedOn,
    DateOnly? SettledOn,
    DateOnly? ProgrammeStartedOn,
    string? ConversationOutcome,
    IReadOnlyList<DecidedElement> Elements,
    IReadOnlyList<JsonElement> Events
);

/// <summary>A request to a municipality.</summary>
/// <param name="Municipality">The municipality's number.</param>
/// <param name="State">Where it stands.</param>
/// <param name="RequestedOn">The day it was made.</param>
/// <param name="EndedOn">The day it ended.</param>
internal sealed record ExportedRequest(
    string Municipality,
    RequestState State,
    DateOnly RequestedOn,
    DateOnly? EndedOn
);

/// <summary>A completed element, what the municipality decided about it, and who decided.</summary>
/// <param name="Element">The element's code.</param>
/// <param name="CompletedOn">The day it was completed.</param>
/// <param name="Omitted">True when the municipality leaves it out; null until it decided.</param>
/// <param name="DecidedOn">The day it decided.</param>
/// <param name="DecidedBy">Organisation number of who decided.</param>
internal sealed record DecidedElement(
    string Element,
    DateOnly CompletedOn,
    bool? Omitted,
    DateOnly? DecidedOn,
    string? DecidedBy
)
{
    public static DecidedElement Of(CompletedElement e) =>
        new(e.Element, e.CompletedOn, e.Omitted, e.DecidedOn, e.DecidedBy);
}
