using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Paging;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Settlement.Households;
using IntegrationPlatform.Settlement.Requests;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement.ListRequests;

/// <summary>
/// A municipality's inbox: what it may answer, in a preview without identity or needs (SET-3). IMDi sees every request
/// with its state; a municipality sees a request only while it is open, and nothing of it afterwards.
/// </summary>
internal static class ListRequests
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapGet("/requests", List)
            .WithName("listRequests")
            .RequireScope("settlement.read")
            .Allows("SET-3", Case.Own, Role.Imdi, Role.AskedMunicipality)
            .Provided(Role.AskedMunicipality, "while the request is open: nothing of it afterwards (SET-3)")
            .WithSummary("Lists requests, oldest first: a municipality's open ones, for IMDi all");
        v1.MapGet("/requests/{id:guid}", Show)
            .WithName("showRequest")
            .RequireScope("settlement.read")
            .Allows("SET-3", Case.SettlementRequest, Role.Imdi, Role.AskedMunicipality)
            .Provided(Role.AskedMunicipality, "while the request is open: nothing of it afterwards (SET-3)")
            .WithSummary("Shows a request");
    }

    private static async Task<PageOf<Preview>> List(
        [AsParameters] PageRequest page,
        SettlementDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var after = page.AfterId;
        var requests = await Visible(db, caller, clock.Today())
            .Where(r => after == null || r.Id > after)
            .OrderBy(r => r.Id)
            .Take(page.Take)
            .ToListAsync(cancellation);
        return page.ById(await PreviewAsync(db, requests, cancellation), request => request.Id);
    }

    private static async Task<Results<Ok<Preview>, ProblemHttpResult>> Show(
        Guid id,
        SettlementDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var found = await Visible(db, caller, clock.Today()).Where(r => r.Id == id).ToListAsync(cancellation);
        if (found is [var request])
        {
            caller.Entry!.Concerns(Case.Household, request.HouseholdId);
        }

        var previews = await PreviewAsync(db, found, cancellation);
        return previews is [var preview] ? TypedResults.Ok(preview) : Refusals.UnknownRequest.With();
    }

    private static IQueryable<SettlementRequest> Visible(SettlementDb db, Caller caller, DateOnly today) =>
        caller.ActsAsDirectorate
            ? db.Requests.AsNoTracking()
            : db
                .Requests.AsNoTracking()
                .Where(r =>
                    caller.MayAs(Role.AskedMunicipality)
                    && r.Organisation == caller.Organisation
                    && r.State == RequestState.Open
                    && r.AnswerBy >= today
                );

    private static async Task<Preview[]> PreviewAsync(
        SettlementDb db,
        List<SettlementRequest> requests,
        CancellationToken cancellation
    )
    {
        var ids = requests.SelectMany(r => r.Residents).ToList();
        var members = await db
            .Members.AsNoTracking()
            .Where(m => ids.Contains(m.ResidentId))
            .ToDictionaryAsync(m => m.ResidentId, cancellation);
        return
        [
            .. requests.Select(r => Preview.Of(r, [.. r.Residents.Select(id => members[id]).Where(m => !m.Erased)])),
        ];
    }
}

/// <summary>A request as a municipality sees it before it accepts: no identity, no needs.</summary>
/// <param name="Id">The request.</param>
/// <param name="Municipality">The number of the municipality asked.</param>
/// <param name="State">Where it stands.</param>
/// <param name="RequestedOn">The day it was made.</param>
/// <param name="AnswerBy">The last day on which it can be answered.</param>
/// <param name="Persons">The household's size.</param>
/// <param name="AgeGroups">How many of them are of which age.</param>
public sealed record Preview(
    Guid Id,
    string Municipality,
    RequestState State,
    DateOnly RequestedOn,
    DateOnly AnswerBy,
    int Persons,
    AgeGroups AgeGroups
)
{
    internal static Preview Of(SettlementRequest request, IReadOnlyList<Member> members) =>
        new(
            request.Id,
            request.Municipality,
            request.State,
            request.RequestedOn,
            request.AnswerBy,
            members.Count,
            new AgeGroups(
                members.Count(m => m.AgeGroup == AgeGroup.UnderFour),
                members.Count(m => m.AgeGroup == AgeGroup.FourToSeventeen),
                members.Count(m => m.AgeGroup == AgeGroup.Adult)
            )
        );
}

/// <summary>Persons by age.</summary>
/// <param name="UnderFour">Children under four.</param>
/// <param name="FourToSeventeen">Children from four.</param>
/// <param name="Adults">Adults.</param>
public sealed record AgeGroups(int UnderFour, int FourToSeventeen, int Adults);
