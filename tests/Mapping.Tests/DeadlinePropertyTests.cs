using FsCheck;
using FsCheck.Fluent;
using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Mapping.Contracts;
using IntegrationPlatform.Mapping.Deadline;
using IntegrationPlatform.Mapping.Tests.Support;
using IntegrationPlatform.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Mapping.Tests;

/// <summary>Any order and any repetition of a deadline's events ends in the same state (MAP-2, ALL-3).</summary>
[Collection(MappingService.Name)]
public sealed class DeadlinePropertyTests(MappingFixture fixture)
{
    private const int Cases = 40;
    private const ulong Seed = 20190510;
    private const ulong Gamma = 15;
    private static readonly Guid ClusterId = Guid.CreateVersion7();

    /// <summary>What can happen to one deadline; <c>Days</c> are from today.</summary>
    private enum Event
    {
        Arrival,
        FirstException,
        SecondException,
        Completed,
        Lifted,
        Alarm,
    }

    [Fact]
    public void Order_and_repetition_do_not_matter()
    {
        var events = Gen.Elements(Enum.GetValues<Event>()).NonEmptyListOf().Where(Causal).ToArbitrary();

        Prop.ForAll(events, happened => EndsAsExpected([.. happened]))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithReplay(Seed, Gamma));
    }

    // Nothing happens to a deadline that was never set: the arrival is always among the events, wherever it comes.
    private static bool Causal(IEnumerable<Event> events) => events.Contains(Event.Arrival);

    private async Task EndsAsExpected(IReadOnlyList<Event> happened)
    {
        var residentId = Guid.CreateVersion7();
        var today = fixture.Clock.Today();
        var sent = new List<Guid>();
        foreach (var message in happened.Select(e => Message(e, residentId, today)))
        {
            var messageId = Guid.NewGuid();
            sent.Add(messageId);
            await Publish(message, messageId);
            await Publish(message, messageId);
        }

        await Eventually.Holds(
            "every message is handled",
            () =>
                fixture.InDatabase(async db =>
                    await db.Set<Messaging.Inbox.InboxMessage>().CountAsync(m => sent.Contains(m.MessageId))
                    == sent.Count
                )
        );
        var expected = Expected(happened, today);
        await Eventually.Holds(
            $"{string.Join(", ", happened)} ends in {expected}",
            () =>
                fixture.InDatabase(async db =>
                {
                    var deadline = await db.Deadlines.SingleAsync(d => d.CorrelationId == residentId);
                    return (deadline.CurrentState, deadline.DueOn, deadline.Revision) == expected;
                })
        );
    }

    private static (string State, DateOnly? DueOn, int Revision) Expected(IReadOnlyList<Event> happened, DateOnly today)
    {
        var revision = happened.Max(RevisionOf);
        var dueOn = DueOn(revision, today);
        var state =
            happened.Contains(Event.Completed) ? nameof(MappingDeadlineSaga.InTime)
            : happened.Contains(Event.Lifted) ? nameof(MappingDeadlineSaga.Lifted)
            : dueOn < today ? nameof(MappingDeadlineSaga.Overdue)
            : nameof(MappingDeadlineSaga.Waiting);
        return (state, dueOn, revision);
    }

    private static int RevisionOf(Event e) =>
        e switch
        {
            Event.Arrival => 1,
            Event.FirstException => 2,
            Event.SecondException => 3,
            _ => 0,
        };

    // The first deadline has passed, the first exception's too, the second exception's is to come.
    private static DateOnly DueOn(int revision, DateOnly today) => today.AddDays(revision == 3 ? 5 : revision - 10);

    private static object Message(Event e, Guid residentId, DateOnly today) =>
        e switch
        {
            Event.Completed => new MappingCompleted(residentId, ClusterId, today, InTime: true),
            Event.Lifted => new DeadlineLifted(residentId, ClusterId),
            Event.Alarm => new DeadlineAlarm(residentId),
            _ => new DeadlineSet(
                residentId,
                ClusterId,
                RevisionOf(e),
                DueOn(RevisionOf(e), today),
                [today.AddDays(-1)]
            ),
        };

    private Task Publish(object message, Guid id) =>
        message switch
        {
            DeadlineSet set => fixture.Publish(set, id),
            MappingCompleted completed => fixture.Publish(completed, id),
            DeadlineLifted lifted => fixture.Publish(lifted, id),
            DeadlineAlarm alarm => fixture.Publish(alarm, id),
            _ => throw new ArgumentOutOfRangeException(nameof(message)),
        };
}
