using IntegrationPlatform.Journey.Cast;
using IntegrationPlatform.Journey.Partners;
using IntegrationPlatform.Journey.Story;

namespace IntegrationPlatform.Journey;

/// <summary>What the chapters of a journey share: the platform's door, its clock, the story, and who is on the way.</summary>
/// <param name="Api">The platform as partners reach it.</param>
/// <param name="Clock">The platform's clock.</param>
/// <param name="Story">Hears what happens.</param>
/// <param name="Residents">How many people travel.</param>
public sealed record Stage(Api Api, JourneyClock Clock, IStory Story, int Residents)
{
    private const int AtOnce = 12;

    /// <summary>The chosen clusters.</summary>
    public IReadOnlyList<Cluster> Clusters { get; set; } = [];

    /// <summary>The households on the way.</summary>
    public IReadOnlyList<Household> Households { get; set; } = [];

    /// <summary>The day on which this journey's first household arrives.</summary>
    public DateOnly FirstArrival { get; set; }

    /// <summary>Residents whose transfer the platform says is acknowledged.</summary>
    public int Transferred { get; set; }

    /// <summary>Everybody.</summary>
    public IEnumerable<Person> Everybody => Households.SelectMany(h => h.Members);

    /// <summary>Adults with their household.</summary>
    public IReadOnlyList<(Household Household, Person Person)> Adults =>
        [.. Households.SelectMany(h => h.Adults.Select(a => (h, a)))];

    /// <summary>Tells what happened today.</summary>
    public void Tell(string sentence) => Story.Tell(Clock.Today, sentence);

    /// <summary>Moves the clock to so many days after the first arrival.</summary>
    public Task Day(int afterFirstArrival, CancellationToken cancellation) =>
        Clock.MoveTo(FirstArrival.AddDays(afterFirstArrival), cancellation);

    /// <summary>Does the same for many, some at a time.</summary>
    public async Task Each<T>(
        string what,
        IReadOnlyCollection<T> items,
        Func<T, CancellationToken, Task> act,
        CancellationToken cancellation
    )
    {
        var done = 0;
        await Parallel.ForEachAsync(
            items,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (item, token) =>
            {
                await act(item, token);
                Story.Progress(what, Interlocked.Increment(ref done), items.Count);
            }
        );
    }
}
