using System.Globalization;
using System.Text;
using System.Text.Json;
using IntegrationPlatform.Chaos.Reckoning;

namespace IntegrationPlatform.Chaos;

/// <summary>What a run found.</summary>
public sealed record ChaosResult
{
    /// <summary>What the script was made from.</summary>
    public required int Seed { get; init; }

    /// <summary>How long faults happened.</summary>
    public required double Minutes { get; init; }

    /// <summary>Faults that happened, by kind.</summary>
    public required IReadOnlyDictionary<string, int> Faults { get; init; }

    /// <summary>Faults of the script that could not happen, and why.</summary>
    public required IReadOnlyCollection<string> Missed { get; init; }

    /// <summary>Cases that were opened at the counting service.</summary>
    public required int Cases { get; init; }

    /// <summary>Journeys that were played to their end.</summary>
    public required int Journeys { get; init; }

    /// <summary>People on journeys.</summary>
    public required int Residents { get; init; }

    /// <summary>Effects of cases, counted in the database, and transfers, counted by the receiver.</summary>
    public required Effects Effects { get; init; }

    /// <summary>Messages that came to the counting service again and did nothing; a killed process may not have told of its last.</summary>
    public required int Absorbed { get; init; }

    /// <summary>Cases whose saga has not ended as it should, and residents whose transfer was not acknowledged.</summary>
    public required int Stuck { get; init; }

    /// <summary>Where the cases stand that have not ended, and when they were opened.</summary>
    public required IReadOnlyList<string> Unfinished { get; init; }

    /// <summary>What is left in outboxes and queues; null when that could not be told.</summary>
    public required Leftovers? Left { get; init; }

    /// <summary>The longest time in which neither a case nor a journey moved.</summary>
    public required TimeSpan LongestStall { get; init; }

    /// <summary>The memory of the replicas that lived through the run.</summary>
    public required IReadOnlyDictionary<string, MemoryUse> Memory { get; init; }

    /// <summary>What did not come back, or broke off.</summary>
    public required IReadOnlyList<string> Broken { get; init; }

    /// <summary>True when all holds that must.</summary>
    public bool Holds => !Failures().Any();

    /// <summary>What does not hold, as sentences.</summary>
    public IEnumerable<string> Failures()
    {
        if (Cases == 0 || Journeys == 0)
        {
            yield return "Nothing was done: there is nothing to count.";
        }

        if (Effects.Missing != 0)
        {
            yield return $"{Effects.Missing} effects are missing.";
        }

        if (Effects.Duplicates != 0)
        {
            yield return $"{Effects.Duplicates} effects happened twice.";
        }

        if (Stuck != 0)
        {
            yield return $"{Stuck} are stuck. {string.Join(" ", Unfinished)}".TrimEnd();
        }

        if (Left is null)
        {
            yield return "What is left in outboxes and queues could not be told.";
        }
        else if (!Left.IsNothing)
        {
            yield return $"Left over: {Left.Waiting} messages in outboxes, {Left.InQueues} in queues, {Left.Parked} parked, {Left.InErrorQueues} in error queues.";
        }

        foreach (var (replica, memory) in Memory.Where(replica => !replica.Value.IsFlat))
        {
            yield return $"{replica} grew from {memory.Warm} to {memory.End} MiB.";
        }

        foreach (var broken in Broken)
        {
            yield return broken;
        }
    }

    /// <summary>The result for people.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        foreach (var (kind, count) in Faults)
        {
            Line(kind, count);
        }

        foreach (var missed in Missed.Distinct())
        {
            Line("did not happen", missed);
        }

        Line("cases, journeys, residents", $"{Cases}, {Journeys}, {Residents}");
        Line("effects expected", Effects.Expected);
        Line("effects found", Effects.Found);
        Line("effects twice", Effects.Duplicates);
        Line("duplicates absorbed", Absorbed);
        Line("stuck", Stuck);
        Line("longest stall", string.Create(CultureInfo.InvariantCulture, $"{LongestStall.TotalSeconds:0.0} s"));
        foreach (var (replica, memory) in Memory)
        {
            Line($"memory of {replica}", $"{memory.Warm} MiB warm, {memory.End} MiB at the end");
        }

        text.AppendLine();
        text.AppendJoin(
            Environment.NewLine,
            Holds ? ["All effects happened exactly once, and nothing is left over."] : Failures()
        );
        return text.ToString();

        void Line(string name, object value) => text.AppendLine(CultureInfo.InvariantCulture, $"  {name, -34}{value}");
    }

    /// <summary>The result as one line of JSON.</summary>
    public string Json() =>
        JsonSerializer.Serialize(
            new
            {
                chaos = Holds ? "passed" : "failed",
                Seed,
                Minutes,
                Faults,
                Effects.Expected,
                Effects.Found,
                Effects.Duplicates,
                Effects.Missing,
                Absorbed,
                Stuck,
                Left,
                longestStallSeconds = Math.Round(LongestStall.TotalSeconds, 1),
                Memory,
                failures = Failures(),
            },
            JsonSerializerOptions.Web
        );
}
