using System.Globalization;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Audit;
using IntegrationPlatform.Hosting.Paging;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Persistence.Personal;
using IntegrationPlatform.Programme.Enrolments;
using IntegrationPlatform.Programme.Plans;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Programme.ReadPlans;

/// <summary>
/// A party of the cluster reads all versions of a resident's plan (PRO-3). What the resident said stays between centre
/// and host municipality.
/// </summary>
internal static class ReadPlans
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapGet("/residents/{id:guid}/plans", Handle)
            .RequireScope("programme.read")
            .Allows("PRO-3", Case.Resident, Roles.Cluster)
            .Is(Act.LookedAtPlan)
            .WithSummary("Reads all versions of a resident's plan, newest first");

    private static async Task<Results<PageOf<PlanVersion>, ProblemHttpResult>> Handle(
        Guid id,
        [AsParameters] PageRequest page,
        ProgrammeDb db,
        Vault vault,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var reached = await db.EnrolmentAsync(id, caller, cancellation);
        if (reached is null)
        {
            return Refusals.UnknownResident.With();
        }

        var plans = await db
            .Plans.AsNoTracking()
            .Where(p => p.ResidentId == id)
            .OrderByDescending(p => p.Version)
            .ToListAsync(cancellation);
        var key = reached.As is Role.Centre or Role.HostMunicipality
            ? await db.KeyForOpeningAsync(id, cancellation)
            : null;
        return page.Of(
            plans.ConvertAll(p => PlanVersion.Of(p, key is null ? null : PlanWords.Open(vault, key, p))),
            p => p.Version.ToString(CultureInfo.InvariantCulture)
        );
    }
}

/// <summary>A version of a plan.</summary>
/// <param name="Version">Its number.</param>
/// <param name="DraftedOn">The day it was drafted.</param>
/// <param name="DraftedBy">Organisation number of who drafted it.</param>
/// <param name="HoursPerWeek">Hours a week.</param>
/// <param name="Participation">How the resident took part; null for who may not read it.</param>
/// <param name="Why">Why it replaces an agreed version; null for who may not read it.</param>
/// <param name="Activities">The timetable, in the order of the week.</param>
/// <param name="ResidentAgreedOn">The day the resident agreed.</param>
/// <param name="HostMunicipalityAgreedOn">The day the host municipality agreed.</param>
/// <param name="AgreedOn">The day both had agreed.</param>
internal sealed record PlanVersion(
    int Version,
    DateOnly DraftedOn,
    string? DraftedBy,
    decimal HoursPerWeek,
    string? Participation,
    string? Why,
    IReadOnlyList<PlanSlot> Activities,
    DateOnly? ResidentAgreedOn,
    DateOnly? HostMunicipalityAgreedOn,
    DateOnly? AgreedOn
)
{
    public static PlanVersion Of(Plan plan, PlanWords? words) =>
        new(
            plan.Version,
            plan.DraftedOn,
            plan.Drafted.Organisation,
            plan.HoursPerWeek,
            words?.Participation,
            words?.Why,
            [.. Timetable.InOrder(plan.Activities).Select(PlanSlot.Of)],
            plan.AgreedBy(PlanParty.Resident),
            plan.AgreedBy(PlanParty.HostMunicipality),
            plan.AgreedOn
        );
}
