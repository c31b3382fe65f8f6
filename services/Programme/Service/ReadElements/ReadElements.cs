using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Audit;
using IntegrationPlatform.Hosting.Paging;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Persistence.Personal;
using IntegrationPlatform.Programme.Enrolments;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Programme.ReadElements;

/// <summary>The centre or the host municipality reads what a resident has completed (PRO-6).</summary>
internal static class ReadElements
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapGet("/residents/{id:guid}/elements", Handle)
            .RequireScope("programme.read")
            .Allows("PRO-6", Case.Resident, Role.Centre, Role.HostMunicipality)
            .Is(Act.LookedAtPlan)
            .WithSummary("Reads a resident's completed elements, oldest first");

    private static async Task<Results<PageOf<Recorded>, ProblemHttpResult>> Handle(
        Guid id,
        [AsParameters] PageRequest page,
        ProgrammeDb db,
        Vault vault,
        Caller caller,
        CancellationToken cancellation
    )
    {
        if (await db.EnrolmentAsync(id, caller, cancellation) is null)
        {
            return Refusals.UnknownResident.With();
        }

        var key = await db.KeyForOpeningAsync(id, cancellation);
        var elements = await db
            .Elements.AsNoTracking()
            .Where(e => e.ResidentId == id)
            .OrderBy(e => e.CompletedOn)
            .ThenBy(e => e.Code)
            .ToListAsync(cancellation);
        return page.Of(
            elements.ConvertAll(e => new Recorded(
                e.Code,
                e.CompletedOn,
                e.OpenEvidence(vault, key!),
                e.Recorded.Organisation
            )),
            e => e.Element
        );
    }
}

/// <summary>A completed element.</summary>
/// <param name="Element">Its code.</param>
/// <param name="CompletedOn">The day it was completed.</param>
/// <param name="Evidence">What shows it.</param>
/// <param name="RecordedBy">Organisation number of who recorded it.</param>
internal sealed record Recorded(string Element, DateOnly CompletedOn, string Evidence, string? RecordedBy);
