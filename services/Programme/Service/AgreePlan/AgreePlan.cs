using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Programme.Contracts;
using IntegrationPlatform.Programme.Enrolments;
using IntegrationPlatform.Programme.Plans;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Programme.AgreePlan;

/// <summary>The resident, through the centre, or the host municipality agrees a version of the plan (PRO-3).</summary>
internal static class AgreePlan
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/residents/{id:guid}/plans/{version:int}/agreements", Handle)
            .RequireScope("programme.write")
            .Allows("PRO-3", Case.Resident, Role.Centre, Role.HostMunicipality)
            .Provided(Role.Centre, "for the resident")
            .Provided(Role.HostMunicipality, "for itself")
            .WithSummary("Records that the resident or the host municipality agrees a plan");

    private static async Task<Results<Ok<Agreed>, ProblemHttpResult>> Handle(
        Guid id,
        int version,
        Agreement agreement,
        ProgrammeDb db,
        Caller caller,
        TimeProvider clock,
        IPublishEndpoint bus,
        CancellationToken cancellation
    )
    {
        var party = agreement.Party;
        var part = party == PlanParty.Resident ? Role.Centre : Role.HostMunicipality;
        var reached = await db.EnrolmentForChangeAsync(id, caller, cancellation);
        if (reached is null || !reached.Cluster.Has(caller.Organisation, part))
        {
            return Refusals.UnknownResident.With();
        }

        if (reached.Enrolment.Refuses is { } refusal)
        {
            return refusal.With();
        }

        var plan = await db.Plans.SingleOrDefaultAsync(p => p.ResidentId == id && p.Version == version, cancellation);
        if (plan is null)
        {
            return Refusals.UnknownPlan.With();
        }

        if (plan.AgreedBy(party) is not null)
        {
            return Refusals.AlreadyAgreed.With();
        }

        if (await db.Plans.AnyAsync(p => p.ResidentId == id && p.Version > version, cancellation))
        {
            return Refusals.PlanSuperseded.With();
        }

        if (await db.Commitments.FindAsync([id], cancellation) is null)
        {
            return Refusals.NotCommitted.With();
        }

        plan.Agree(party, caller.Acts(clock));
        if (plan.AgreedOn is { } on)
        {
            var clusterId = reached.Cluster.Id;
            await bus.Publish(new PlanAgreed(id, clusterId, version, plan.HoursPerWeek, on), cancellation);
        }

        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(
            new Agreed(
                version,
                plan.AgreedBy(PlanParty.Resident),
                plan.AgreedBy(PlanParty.HostMunicipality),
                plan.AgreedOn
            )
        );
    }
}

/// <summary>A party's agreement.</summary>
/// <param name="Party">Who agrees.</param>
internal sealed record Agreement(PlanParty Party);

/// <summary>Who has agreed.</summary>
/// <param name="Version">The version.</param>
/// <param name="ResidentAgreedOn">The day the resident agreed.</param>
/// <param name="HostMunicipalityAgreedOn">The day the host municipality agreed.</param>
/// <param name="AgreedOn">The day both had agreed: the plan holds.</param>
internal sealed record Agreed(
    int Version,
    DateOnly? ResidentAgreedOn,
    DateOnly? HostMunicipalityAgreedOn,
    DateOnly? AgreedOn
);
