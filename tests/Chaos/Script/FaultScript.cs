namespace IntegrationPlatform.Chaos.Script;

/// <summary>
/// Makes the script of a run: the same seed and length make the same one. Kinds are dealt like cards, so that each comes
/// before any comes too often.
/// </summary>
public static class FaultScript
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(3);
    private const double ShortestGap = 1.5;
    private const double LongestGap = 6.5;

    /// <summary>The steps, in the order in which they begin.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="length">How long faults happen.</param>
    /// <param name="kinds">The kinds that are dealt.</param>
    public static IReadOnlyList<Step> Make(int seed, TimeSpan length, IReadOnlyList<FaultKind> kinds)
    {
        var random = new Random(seed);
        var deck = new Queue<FaultKind>();
        var steps = new List<Step>();
        for (var at = WarmUp; at < length - Calm; at += Between(random, ShortestGap, LongestGap))
        {
            if (deck.Count == 0)
            {
                deck = Shuffled(random, kinds);
            }

            var kind = deck.Dequeue();
            var target = kind.Targets[random.Next(kind.Targets.Count)];
            steps.Add(new Step(at, kind, target, Between(random, kind.Shortest, kind.Longest)));
        }

        return steps;
    }

    private static Queue<FaultKind> Shuffled(Random random, IReadOnlyList<FaultKind> kinds)
    {
        FaultKind[] cards = [.. kinds.SelectMany(kind => Enumerable.Repeat(kind, kind.Cards))];
        random.Shuffle(cards);
        return new Queue<FaultKind>(cards);
    }

    // Whole milliseconds: what is printed is what is done.
    private static TimeSpan Between(Random random, double least, double most) =>
        TimeSpan.FromMilliseconds(Math.Round((least + (random.NextDouble() * (most - least))) * 1000));
}
