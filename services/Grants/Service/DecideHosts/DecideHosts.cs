using IntegrationPlatform.Grants.Clusters;
using IntegrationPlatform.Grants.Interests;
using IntegrationPlatform.Grants.Outcomes;
using IntegrationPlatform.Grants.Portfolios;
using IntegrationPlatform.Grants.Rounds;
using IntegrationPlatform.Grants.Selection;
using IntegrationPlatform.Hosting.Access;
using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Hosting.Tokens;
using MassTransit;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Grants.DecideHosts;

/// <summary>IMDi, with HK-dir, UDI and AVdir, chooses the five hosts of a round, once (GRA-1, GRA-2, GRA-3).</summary>
internal static class DecideHosts
{
    private const int LongestGrounds = 4000;

    public static void Map(IEndpointRouteBuilder v1) =>
        v1.MapPost("/rounds/{id:guid}/decision", Handle)
            .RequireScope("grants.write")
            .Allows("GRA-1", Case.Round, Role.Imdi)
            .WithSummary("Chooses the hosts and establishes their clusters");

    private static async Task<Results<Ok<Decided>, ProblemHttpResult>> Handle(
        Guid id,
        Choice choice,
        GrantsDb db,
        Caller caller,
        TimeProvider clock,
        IPublishEndpoint bus,
        CancellationToken cancellation
    )
    {
        var round = await db.Rounds.FindLocked(id, cancellation);
        if (round is null)
        {
            return Refusals.UnknownRound.With();
        }

        var interests = await db.Interests.CurrentIn(id, cancellation);
        var refusal =
            await RoundIsReady(round, db, clock.Today(), cancellation)
            ?? ChoiceIsValid(choice, round)
            ?? InterestsAreAssessed(choice, interests);
        if (refusal is not null)
        {
            return refusal;
        }

        var chosen = interests.FindAll(i => choice.InterestIds!.Contains(i.Id));
        var weights = await Weights.On(db, round.OpenedOn, cancellation);
        var decision = new Decision
        {
            RoundId = id,
            On = clock.Today(),
            InterestIds = chosen.ConvertAll(i => i.Id),
            Consulted = [.. choice.Consulted!.Order()],
            Grounds = choice.Grounds!,
            Place = Ranking
                .Of(interests.ConvertAll(Candidate.From), round.Hosts, weights)
                .PlaceOf(chosen.Select(i => i.Id).ToHashSet()),
            Client = caller.Client,
        };
        var clusters = chosen.ConvertAll(interest => ChosenCluster.Of(interest, round));
        db.Add(decision);
        db.AddRange(clusters);
        db.AddRange(interests.SelectMany(i => Notifications.About(i, chosen.Contains(i), decision.On))); // GRA-1
        foreach (var cluster in clusters)
        {
            await bus.Publish(cluster.Established(), cancellation);
        }

        await bus.Publish(new HostsChosen(id, decision.On), cancellation);
        await db.SaveChangesAsync(cancellation);
        return TypedResults.Ok(new Decided(decision.Place, clusters.ConvertAll(EstablishedCluster.Of)));
    }

    private static async Task<ProblemHttpResult?> RoundIsReady(
        Round round,
        GrantsDb db,
        DateOnly today,
        CancellationToken cancellation
    ) =>
        await db.Decisions.AnyAsync(d => d.RoundId == round.Id, cancellation) ? Refusals.AlreadyDecided.With()
        : round.TakesInterests(today) ? Refusals.InterestsStillOpen.With($"Until {round.InterestBy:yyyy-MM-dd}.")
        : today > round.DecideBy ? Refusals.RoundLapsed.With($"It was {round.DecideBy:yyyy-MM-dd}.")
        : null;

    private static ProblemHttpResult? ChoiceIsValid(Choice choice, Round round)
    {
        var ids = choice.InterestIds ?? [];
        if (ids.Distinct().Count() != round.Hosts || ids.Count != round.Hosts)
        {
            return Refusals.WrongNumberOfHosts.With($"It is {round.Hosts}, each named once."); // GRA-1, GRA-3
        }

        if (!Enum.GetValues<ConsultedDirectorate>().ToHashSet().SetEquals(choice.Consulted ?? []))
        {
            return Refusals.NotConsulted.With();
        }

        var errors = new FieldErrors().Require(
            !string.IsNullOrWhiteSpace(choice.Grounds) && choice.Grounds.Length <= LongestGrounds,
            "/grounds",
            "GRA-3",
            "Is 1 to 4000 characters."
        );
        return errors.Any ? errors.Problem() : null;
    }

    private static ProblemHttpResult? InterestsAreAssessed(Choice choice, List<Interest> interests)
    {
        var errors = new FieldErrors();
        foreach (var (i, id) in choice.InterestIds!.Index())
        {
            errors.Require(
                interests.Exists(interest => interest.Id == id),
                $"/interestIds/{i}",
                "GRA-1",
                "Is not the newest version of an expression of interest in this round."
            );
        }

        return errors.Any ? errors.Problem()
            : interests.Find(i => i.Assessed is null) is { } open
                ? Refusals.NotAssessed.With($"The one of municipality {open.Municipality} is not.")
            : null;
    }
}

/// <summary>The choice of hosts.</summary>
/// <param name="InterestIds">The chosen interests.</param>
/// <param name="Consulted">The directorates that were heard: all three.</param>
/// <param name="Grounds">Why these.</param>
public sealed record Choice(
    List<Guid>? InterestIds = null,
    List<ConsultedDirectorate>? Consulted = null,
    string? Grounds = null
);

/// <summary>The hosts are chosen.</summary>
/// <param name="Place">The place of the chosen portfolio in the ranking, 1 for the best.</param>
/// <param name="Clusters">The clusters, by municipality.</param>
public sealed record Decided(int Place, IReadOnlyList<EstablishedCluster> Clusters);

/// <summary>An established cluster.</summary>
/// <param name="ClusterId">The cluster's id.</param>
/// <param name="Municipality">The host municipality's number.</param>
/// <param name="PoliticalReservation">Chosen with a reservation for political treatment (GRA-4).</param>
public sealed record EstablishedCluster(Guid ClusterId, string Municipality, bool PoliticalReservation)
{
    internal static EstablishedCluster Of(ChosenCluster cluster) =>
        new(cluster.Id, cluster.HostMunicipality, cluster.PoliticalReservation);
}
