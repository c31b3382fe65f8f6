using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Settlement.Contracts;
using IntegrationPlatform.Settlement.Households;
using IntegrationPlatform.Settlement.Recommendations;
using IntegrationPlatform.Settlement.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement.ShowHousehold;

/// <summary>A household's settlement case as IMDi and the cluster see it (SET-8).</summary>
internal static class ShowHousehold
{
    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapGet("/households/{id:guid}", Handle)
            .RequireScope("settlement.read")
            .Allows("SET-8", Case.Household, Role.Imdi, Role.Centre, Role.HostMunicipality, Role.CareerCentre)
            .WithSummary("Shows a household: members, recommendation, requests");

    private static async Task<Results<Ok<HouseholdCase>, ProblemHttpResult>> Handle(
        Guid id,
        SettlementDb db,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var household = await db.Households.Include(h => h.Members).SingleOrDefaultAsync(h => h.Id == id, cancellation);
        var cluster = await db.ClusterOfAsync(household, cancellation);
        if (household is null || cluster is null || !(caller.ActsAsDirectorate || cluster.PartOf(caller) is not null))
        {
            return Refusals.UnknownHousehold.With();
        }

        var recommendation = await db
            .Recommendations.AsNoTracking()
            .Where(r => r.HouseholdId == id)
            .OrderByDescending(r => r.Id)
            .FirstOrDefaultAsync(cancellation);
        var requests = await db
            .Requests.AsNoTracking()
            .Where(r => r.HouseholdId == id)
            .OrderBy(r => r.Id)
            .ToListAsync(cancellation);
        return TypedResults.Ok(
            new HouseholdCase(
                id,
                cluster.Id,
                [
                    .. household
                        .Present.OrderBy(m => m.ResidentId)
                        .Select(m => new HouseholdMember(m.ResidentId, m.AgeGroup!.Value, m.Permit!.Value)),
                ],
                RecommendedMunicipality.Of(recommendation),
                [.. requests.Select(AskedMunicipality.Of)]
            )
        );
    }
}

/// <summary>A household's case.</summary>
/// <param name="Id">The household.</param>
/// <param name="ClusterId">Its cluster.</param>
/// <param name="Members">Its members.</param>
/// <param name="Recommendation">The newest recommendation.</param>
/// <param name="Requests">The requests to municipalities, oldest first.</param>
public sealed record HouseholdCase(
    Guid Id,
    Guid ClusterId,
    IReadOnlyList<HouseholdMember> Members,
    RecommendedMunicipality? Recommendation,
    IReadOnlyList<AskedMunicipality> Requests
);

/// <summary>A member of a household.</summary>
/// <param name="ResidentId">The resident.</param>
/// <param name="AgeGroup">Age, coarse.</param>
/// <param name="Permit">Permit status.</param>
public sealed record HouseholdMember(Guid ResidentId, AgeGroup AgeGroup, PermitStatus Permit);

/// <summary>What the centre recommended.</summary>
/// <param name="Municipality">The number of the named municipality.</param>
/// <param name="Type">The type.</param>
/// <param name="Grounds">Why.</param>
/// <param name="RecommendedOn">The day.</param>
public sealed record RecommendedMunicipality(
    string Municipality,
    MunicipalityType Type,
    Grounds Grounds,
    DateOnly RecommendedOn
)
{
    internal static RecommendedMunicipality? Of(Recommendation? r) =>
        r is null ? null : new RecommendedMunicipality(r.Municipality, r.Type, r.Grounds, r.RecommendedOn);
}

/// <summary>A request to a municipality.</summary>
/// <param name="Id">The request.</param>
/// <param name="Municipality">The number of the municipality.</param>
/// <param name="State">Where it stands.</param>
/// <param name="RequestedOn">The day it was made.</param>
/// <param name="AnswerBy">The last day on which it can be answered.</param>
/// <param name="EndedOn">The day it ended.</param>
/// <param name="Reason">Why the municipality refused.</param>
public sealed record AskedMunicipality(
    Guid Id,
    string Municipality,
    RequestState State,
    DateOnly RequestedOn,
    DateOnly AnswerBy,
    DateOnly? EndedOn,
    RefusalReason? Reason
)
{
    internal static AskedMunicipality Of(SettlementRequest r) =>
        new(r.Id, r.Municipality, r.State, r.RequestedOn, r.AnswerBy, r.EndedOn, r.Reason);
}
