using IntegrationPlatform.Grants.Selection;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Grants.Tests;

/// <summary>A round goes from open to closed and to decided or lapsed, whatever its events do on the way (GRA-1).</summary>
[Collection(GrantsCollection.Name)]
public sealed class HostSelectionTests(GrantsFixture grants)
{
    [Fact]
    public async Task A_round_closes_for_interests_when_the_deadline_passes_and_lapses_undecided()
    {
        var played = await PlayedRound.Open(grants);
        await Scheduled(played.Id);
        await played.Reaches("open");

        played.PassDeadline();
        await played.Reaches("closed");

        grants.Clock.MoveTo(played.DecideBy.AddDays(1));
        await played.Reaches("lapsed");
    }

    [Fact]
    public async Task A_decided_round_does_not_lapse()
    {
        var played = await PlayedRound.ReadyToDecide(grants);
        await Scheduled(played.Id);
        await played.Decide().Body();
        await played.Reaches("decided");

        grants.Clock.MoveTo(played.DecideBy.AddDays(2));
        var later = await PlayedRound.Open(grants);
        await later.Reaches("open");
        await Scheduled(later.Id);

        await played.Reaches("decided");
    }

    [Fact]
    public Task Any_order_and_any_repetition_of_a_rounds_events_ends_in_the_same_state()
    {
        var today = grants.Clock.Today();
        return new AnyOrder<GrantsDb, End>
        {
            Messages = round =>
                [
                    new RoundOpened(round, today.AddDays(46), today.AddDays(58)),
                    new InterestsClosed(round),
                    new DecisionOverdue(round),
                    new HostsChosen(round, today),
                ],
            // The saga's own alarms, which it sets when it hears of the opening.
            Possible = order => order.TakeWhile(m => m is not RoundOpened).All(m => m is HostsChosen),
            Ends = told => new End(
                told.OfType<HostsChosen>().Any() ? nameof(HostSelectionSaga.Decided)
                    : told.OfType<DecisionOverdue>().Any() ? nameof(HostSelectionSaga.Lapsed)
                    : told.OfType<InterestsClosed>().Any() ? nameof(HostSelectionSaga.Closed)
                    : nameof(HostSelectionSaga.Open),
                told.OfType<RoundOpened>().SingleOrDefault()?.DecideBy,
                told.OfType<HostsChosen>().SingleOrDefault()?.On
            ),
            Look = (db, round) =>
                db
                    .Selections.Where(s => s.CorrelationId == round)
                    .Select(s => new End(s.CurrentState, s.DecideBy, s.DecidedOn))
                    .SingleOrDefaultAsync(),
        }.HoldsFor(grants);
    }

    // The clock is only moved once the saga has its waits: they are relative to the clock.
    private Task Scheduled(Guid round) =>
        Eventually.Holds(
            "the round's waits are scheduled",
            () => grants.InDatabase(db => db.Selections.AnyAsync(s => s.CorrelationId == round))
        );

    private sealed record End(string State, DateOnly? DecideBy, DateOnly? DecidedOn);
}
