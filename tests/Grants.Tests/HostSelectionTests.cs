using FsCheck;
using FsCheck.Fluent;
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
    public async Task Every_order_and_repetition_of_the_events_ends_in_the_same_state()
    {
        var orders =
            from times in Gen.Choose(1, 3).ArrayOf(2)
            from order in Gen.Shuffle(
                Enumerable.Repeat(true, times[0]).Concat(Enumerable.Repeat(false, times[1])).ToArray()
            )
            select order;
        var today = grants.Clock.Today();
        var rounds = new List<Guid>();
        foreach (var order in orders.Sample(30, new Rnd(2016, 19), 30))
        {
            var round = Guid.CreateVersion7();
            rounds.Add(round);
            var ids = new Dictionary<bool, Guid> { [true] = Guid.NewGuid(), [false] = Guid.NewGuid() };
            foreach (var (i, opened) in order.Index())
            {
                // Every other repetition is the same message again, the others say the same in a new message.
                var id = i % 2 == 0 ? ids[opened] : Guid.NewGuid();
                await (
                    opened
                        ? grants.Publish(new RoundOpened(round, today.AddDays(46), today.AddDays(58)), id)
                        : grants.Publish(new HostsChosen(round, today), id)
                );
            }
        }

        await Eventually.Holds(
            "each round is decided and knows its deadlines",
            () =>
                grants.InDatabase(async db =>
                    await db.Selections.CountAsync(s =>
                        rounds.Contains(s.CorrelationId)
                        && s.CurrentState == "Decided"
                        && s.DecidedOn == today
                        && s.DecideBy == today.AddDays(58)
                    ) == rounds.Count
                )
        );
    }

    // The clock is only moved once the saga has its waits: they are relative to the clock.
    private Task Scheduled(Guid round) =>
        Eventually.Holds(
            "the round's waits are scheduled",
            () => grants.InDatabase(db => db.Selections.AnyAsync(s => s.CorrelationId == round))
        );
}
