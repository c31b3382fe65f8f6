using IntegrationPlatform.Grants.Interests;
using IntegrationPlatform.Grants.Outcomes;
using IntegrationPlatform.Grants.Rounds;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Paging;
using IntegrationPlatform.Hosting.Tokens;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Grants.ReadRounds;

/// <summary>
/// The directorates and the invited municipalities follow a round; a municipality sees its own interest only. Those who
/// took part in a decided round read what they were told.
/// </summary>
internal static class ReadRounds
{
    public static void Map(IEndpointRouteBuilder v1)
    {
        v1.MapGet("/rounds", List)
            .WithName("listRounds")
            .RequireScope("grants.read")
            .Allows("GRA-1", Case.Own, [.. Roles.Directorates, Role.InvitedMunicipality])
            .WithSummary("Lists the rounds, newest first");
        v1.MapGet("/rounds/{id:guid}", Read)
            .WithName("readRound")
            .RequireScope("grants.read")
            .Allows("GRA-1", Case.Round, [.. Roles.Directorates, Role.InvitedMunicipality])
            .WithSummary("Reads a round and its interests");
        v1.MapGet("/rounds/{id:guid}/notifications", ReadNotifications)
            .WithName("readNotifications")
            .RequireScope("grants.read")
            .Allows("GRA-1", Case.Round, [.. Roles.Directorates, Role.InvitedMunicipality, Role.NotifiedParty])
            .WithSummary("Reads who hears the outcome from which directorate");
    }

    private static async Task<PageOf<RoundView>> List(
        [AsParameters] PageRequest page,
        GrantsDb db,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var all = caller.ActsAsDirectorate;
        var rounds = await db
            .Rounds.AsNoTracking()
            .Include(r => r.Invited)
            .Where(r => all || r.Invited.Any(i => i.Organisation == caller.Organisation))
            .OrderByDescending(r => r.OpenedOn)
            .ThenByDescending(r => r.Id)
            .ToListAsync(cancellation);
        var ids = rounds.ConvertAll(r => r.Id);
        var states = await db
            .Selections.AsNoTracking()
            .Where(s => ids.Contains(s.CorrelationId))
            .ToDictionaryAsync(s => s.CorrelationId, s => s.CurrentState, cancellation);
        return page.Of(
            rounds.ConvertAll(r => RoundView.Of(r, State(states.GetValueOrDefault(r.Id)))),
            r => r.Id.ToString("N")
        );
    }

    private static async Task<Results<Ok<RoundDetails>, ProblemHttpResult>> Read(
        Guid id,
        GrantsDb db,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var round = await db.Rounds.AsNoTracking().FindFor(id, caller, cancellation);
        if (round is null)
        {
            return Refusals.UnknownRound.With();
        }

        var state = await db
            .Selections.Where(s => s.CorrelationId == id)
            .Select(s => s.CurrentState)
            .SingleOrDefaultAsync(cancellation);
        var interests = await db.Interests.AsNoTracking().CurrentIn(id, cancellation);
        var shown = interests.Where(i => caller.ActsAsDirectorate || i.Organisation == caller.Organisation);
        var decision = await db.Decisions.AsNoTracking().SingleOrDefaultAsync(d => d.RoundId == id, cancellation);
        var taken = await db.Clusters.CountAsync(c => c.RoundId == id && c.Revocation == null, cancellation);
        return TypedResults.Ok(
            new RoundDetails(
                RoundView.Of(round, State(state)),
                [.. shown.Select(i => InterestView.Of(i, forDirectorate: caller.ActsAsDirectorate))],
                decision?.On,
                round.Hosts - taken
            )
        );
    }

    private static async Task<Results<PageOf<Notification>, ProblemHttpResult>> ReadNotifications(
        Guid id,
        [AsParameters] PageRequest page,
        GrantsDb db,
        Caller caller,
        CancellationToken cancellation
    )
    {
        var all = caller.ActsAsDirectorate;
        var told = await db
            .Notifications.AsNoTracking()
            .Where(n =>
                n.RoundId == id && (all || caller.MayAs(Role.NotifiedParty) && n.Organisation == caller.Organisation)
            )
            .OrderBy(n => n.Municipality)
            .ThenBy(n => n.Recipient)
            .ThenBy(n => n.Id)
            .ToListAsync(cancellation);
        // Who was told nothing, and was not invited either, learns nothing of the round.
        return told.Count > 0 || await db.Rounds.AsNoTracking().FindFor(id, caller, cancellation) is not null
            ? page.Of(told, n => n.Id.ToString("N"))
            : Refusals.UnknownRound.With();
    }

    // The saga's state; the round was just opened when there is no saga yet.
    private static RoundState State(string? state) => state is null ? RoundState.Open : Enum.Parse<RoundState>(state);
}

/// <summary>A round with its interests.</summary>
/// <param name="Round">The round.</param>
/// <param name="Interests">The newest version of each interest that the caller may see.</param>
/// <param name="DecidedOn">The day of the decision, once made.</param>
/// <param name="FreePlaces">Hosts still to be chosen: all of them before the decision, and those of revoked clusters (GRA-4).</param>
public sealed record RoundDetails(
    RoundView Round,
    IReadOnlyList<InterestView> Interests,
    DateOnly? DecidedOn,
    int FreePlaces
);

/// <summary>An interest in short.</summary>
/// <param name="Id">The id of its newest version.</param>
/// <param name="Municipality">The municipality's number.</param>
/// <param name="Version">The version.</param>
/// <param name="SentOn">The day it was sent.</param>
/// <param name="Operator">What kind of operator runs the centre.</param>
/// <param name="WholeCentre">Whole centre or department.</param>
/// <param name="Places">Integration places.</param>
/// <param name="PoliticalReservation">With a reservation for political treatment (GRA-4).</param>
/// <param name="Assessed">True when it is assessed; null for the municipality itself.</param>
public sealed record InterestView(
    Guid Id,
    string Municipality,
    int Version,
    DateOnly SentOn,
    OperatorKind Operator,
    bool WholeCentre,
    int Places,
    bool PoliticalReservation,
    bool? Assessed
)
{
    internal static InterestView Of(Interest interest, bool forDirectorate) =>
        new(
            interest.Id,
            interest.Municipality,
            interest.Version,
            interest.SentOn,
            interest.Centre.Operator,
            interest.Centre.WholeCentre,
            interest.Centre.Places,
            interest.PoliticalReservation,
            forDirectorate ? interest.Assessed is not null : null
        );
}
