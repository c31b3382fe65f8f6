using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Tests.Support;

/// <summary>
/// The property of a saga that any order and any repetition of a case's messages ends in the same state (ALL-3): the
/// saga as it runs, in its service with real servers. The seed is fixed, and what fails is shrunk to the fewest
/// deliveries that still fail.
/// </summary>
/// <typeparam name="TDb">The service's database.</typeparam>
/// <typeparam name="TEnd">What is looked at in the end: state and facts.</typeparam>
public sealed class AnyOrder<TDb, TEnd>
    where TDb : DbContext
    where TEnd : class
{
    private const int Cases = 40;
    private const int LongestName = 200;
    private const ulong Seed = 20190510;
    private const ulong Gamma = 15;

    /// <summary>What can happen to a case; it is given the case's id.</summary>
    public required Func<Guid, object[]> Messages { get; init; }

    /// <summary>
    /// How a case ends of which this was told, in the order of <see cref="Messages"/> and once each; null when there is
    /// no case.
    /// </summary>
    public required Func<IReadOnlyList<object>, TEnd?> Ends { get; init; }

    /// <summary>How a case stands; it is given the case's id.</summary>
    public required Func<TDb, Guid, Task<TEnd?>> Look { get; init; }

    /// <summary>What must be there before the first message.</summary>
    public Func<Guid, Task> Prepare { get; init; } = _ => Task.CompletedTask;

    /// <summary>The orders that can be: a saga's own alarm never comes before what sets it. All of them when not given.</summary>
    public Func<IReadOnlyList<object>, bool>? Possible { get; init; }

    /// <summary>How long a case may take to its end after its last message, for a saga's own alarms; shrinking waits as long for each step.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Checks the property.</summary>
    public Task HoldsFor<TProgram>(ServiceFixture<TProgram, TDb> service)
        where TProgram : class =>
        // Off the test's thread: checking blocks it.
        Task.Run(() =>
            Prop.ForAll(Arb.From(Courses(), Simpler), course => EndsAsTold(service, course))
                .Check(Config.QuickThrowOnFailure.WithMaxTest(Cases).WithReplay(Seed, Gamma))
        );

    // Some of what can happen, some of that again: redelivered, or told anew in another message.
    private Gen<Course> Courses()
    {
        var names = Messages(Guid.Empty).Select(NameOf).ToArray();
        var courses =
            from told in Gen.SubListOf(Enumerable.Range(0, names.Length).ToArray())
            from redelivered in Gen.SubListOf(told.ToArray())
            from repeated in Gen.SubListOf(told.ToArray())
            from order in Gen.Shuffle(
                told.Concat(redelivered)
                    .Select(message => new Delivery(message, Anew: false, names[message]))
                    .Concat(repeated.Select(message => new Delivery(message, Anew: true, names[message])))
                    .ToArray()
            )
            from atOnce in Gen.Elements(true, false)
            select new Course(order, atOnce && Possible is null);
        return courses.Where(IsPossible);
    }

    private IEnumerable<Course> Simpler(Course course) =>
        course
            .Deliveries.Select(
                (_, left) => course with { Deliveries = [.. course.Deliveries.Where((_, i) => i != left)] }
            )
            .Prepend(course with { AtOnce = false })
            .Where(simpler => simpler != course && IsPossible(simpler));

    private bool IsPossible(Course course)
    {
        if (Possible is null || course.Deliveries.Count == 0)
        {
            return course.Deliveries.Count > 0;
        }

        var messages = Messages(Guid.Empty);
        return Possible([.. course.Deliveries.Select(delivery => messages[delivery.Message])]);
    }

    private static string NameOf(object message)
    {
        var text = message.ToString()!;
        return text.Length > LongestName ? $"{text[..LongestName]}…" : text;
    }

    private async Task EndsAsTold<TProgram>(ServiceFixture<TProgram, TDb> service, Course course)
        where TProgram : class
    {
        var id = Guid.CreateVersion7();
        var messages = Messages(id);
        var first = messages.Select(_ => Guid.CreateVersion7()).ToArray();
        var sent = new HashSet<Guid>();
        await Prepare(id);
        foreach (var delivery in course.Deliveries)
        {
            var message = messages[delivery.Message];
            var messageId = delivery.Anew ? Guid.CreateVersion7() : first[delivery.Message];
            await service.Publish(message, message.GetType(), messageId);
            sent.Add(messageId);
            if (!course.AtOnce)
            {
                await service.Consumed(messageId);
            }
        }

        await service.Consumed([.. sent]);
        var told = course.Deliveries.Select(delivery => delivery.Message).Distinct().Order();
        await Eventually.Becomes(
            Ends([.. told.Select(i => messages[i])]),
            () => service.InDatabase(db => Look(db, id)),
            Patience
        );
    }

    /// <summary>One message on its way.</summary>
    private sealed record Delivery(int Message, bool Anew, string Name);

    /// <summary>What is delivered of one case: each after the one before it is handled, or all at once.</summary>
    private sealed record Course(IReadOnlyList<Delivery> Deliveries, bool AtOnce)
    {
        public override string ToString() =>
            string.Join(
                "",
                Deliveries
                    .Select(delivery => $"{Environment.NewLine}  {(delivery.Anew ? "anew " : "")}{delivery.Name}")
                    .Prepend(AtOnce ? "all at once:" : "one after the other:")
            );
    }
}
