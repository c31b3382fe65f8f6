using System.Text.RegularExpressions;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Mapping.Deadline;
using IntegrationPlatform.Mapping.Tests.Support;
using IntegrationPlatform.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Mapping.Tests;

[Collection(MappingService.Name)]
public sealed class DeadlinePropertyTests(MappingFixture fixture)
{
    private static readonly Guid ClusterId = Guid.CreateVersion7();

    private DateOnly Today => fixture.Clock.Today();

    [Fact] // MAP-2
    public Task Any_order_and_any_repetition_of_a_deadlines_events_ends_in_the_same_state() =>
        new AnyOrder<MappingDb, End>
        {
            Messages = resident =>
                [
                    Set(resident, revision: 1, Today.AddDays(-9)),
                    Set(resident, revision: 2, Today.AddDays(-8)),
                    Set(resident, revision: 3, Today.AddDays(5)),
                    new MappingCompleted(resident, ClusterId, Today, InTime: true),
                    new DeadlineLifted(resident, ClusterId),
                    new DeadlineAlarm(resident),
                ],
            Ends = Ends,
            Look = Look,
        }.HoldsFor(fixture);

    [Fact]
    public async Task A_rule_that_the_saga_does_not_keep_is_refuted_by_the_fewest_deliveries()
    {
        var firstHolds = new AnyOrder<MappingDb, End>
        {
            // None waits for an alarm: each end is there when its last message is handled.
            Messages = resident =>
                [
                    Set(resident, revision: 1, Today.AddDays(7)),
                    Set(resident, revision: 2, Today.AddDays(6)),
                    Set(resident, revision: 3, Today.AddDays(5)),
                ],
            Ends = told => Ends([told[0]]),
            Look = Look,
            Patience = TimeSpan.FromSeconds(1),
        };

        var refuted = await Assert.ThrowsAnyAsync<Exception>(() => firstHolds.HoldsFor(fixture));

        Assert.Contains("Shrunk", refuted.Message, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(refuted.Message.Split("Shrunk")[1], "DeadlineSet {"));
    }

    private static Task<End?> Look(MappingDb db, Guid resident) =>
        db
            .Deadlines.AsNoTracking()
            .Where(d => d.CorrelationId == resident)
            .Select(d => new End(d.CurrentState, d.DueOn, d.Revision))
            .SingleOrDefaultAsync();

    private static DeadlineSet Set(Guid resident, int revision, DateOnly dueOn) =>
        new(resident, ClusterId, revision, dueOn, [dueOn.AddDays(-6)]);

    // The newest revision holds, and a submission outlives everything. An alarm alone means nothing.
    private End? Ends(IReadOnlyList<object> told)
    {
        var newest = told.OfType<DeadlineSet>().MaxBy(set => set.Revision);
        var state =
            told.OfType<MappingCompleted>().Any() ? nameof(MappingDeadlineSaga.InTime)
            : told.OfType<DeadlineLifted>().Any() ? nameof(MappingDeadlineSaga.Lifted)
            : newest is null ? null
            : newest.DueOn < Today ? nameof(MappingDeadlineSaga.Overdue)
            : nameof(MappingDeadlineSaga.Waiting);
        return state is null ? null : new End(state, newest?.DueOn, newest?.Revision ?? 0);
    }

    private sealed record End(string State, DateOnly? DueOn, int Revision);
}
