using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Conditions;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Settlement.Handoffs;
using IntegrationPlatform.Settlement.Households;
using IntegrationPlatform.Settlement.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement.ShowHandoff;

/// <summary>Where a resident's settlement stands (SET-8), for IMDi, the cluster and, once it accepted, the municipality.</summary>
internal static class ShowHandoff
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapGet("/residents/{id:guid}/handoff", Handle)
            .RequireScope("settlement.read")
            .Allows(
                "SET-8",
                Case.Resident,
                Role.Imdi,
                Role.SettlementMunicipality,
                Role.Centre,
                Role.HostMunicipality,
                Role.CareerCentre
            )
            .WithSummary(
                "Shows where a resident's settlement stands; its ETag is what a decision in place of another names"
            );

    private static async Task<Results<Tagged<ResidentHandoff>, ProblemHttpResult>> Handle(
        Guid id,
        SettlementDb db,
        Caller caller,
        CancellationToken cancellation
    )
    {
        if (await db.ResidentForAsync(id, caller, cancellation) is not { } reached)
        {
            return Refusals.UnknownResident.With();
        }

        return new Tagged<ResidentHandoff>(
            reached.Handoff is null
                ? await BeforeAcceptanceAsync(db, reached.Member, reached.HouseholdId, cancellation)
                : await ResidentHandoff.OfAsync(db, reached.Handoff, cancellation)
        );
    }

    private static async Task<ResidentHandoff> BeforeAcceptanceAsync(
        SettlementDb db,
        Member member,
        Guid householdId,
        CancellationToken cancellation
    )
    {
        var request = await db
            .Requests.AsNoTracking()
            .Where(r => r.HouseholdId == householdId && r.Residents.Contains(member.ResidentId))
            .OrderByDescending(r => r.Id)
            .FirstOrDefaultAsync(cancellation);
        var recommended = await db.Recommendations.AnyAsync(r => r.HouseholdId == householdId, cancellation);
        var state = request?.State switch
        {
            RequestState.Open => SettlementState.Requested,
            RequestState.Refused => SettlementState.Refused,
            RequestState.Expired => SettlementState.Expired,
            RequestState.Withdrawn => SettlementState.Withdrawn,
            _ => recommended ? SettlementState.Recommended : SettlementState.AwaitingRecommendation,
        };
        return new ResidentHandoff
        {
            ResidentId = member.ResidentId,
            HouseholdId = householdId,
            State = state,
            RequestId = request?.Id,
        };
    }
}
