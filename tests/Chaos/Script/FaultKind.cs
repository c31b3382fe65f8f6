namespace IntegrationPlatform.Chaos.Script;

/// <summary>A kind of fault that the script deals out.</summary>
/// <param name="Name">Its name, in what is printed and in the JSON.</param>
/// <param name="Targets">What it can hit.</param>
/// <param name="Shortest">The least seconds that it lasts; coming back takes its own time.</param>
/// <param name="Longest">The most seconds that it lasts.</param>
public sealed record FaultKind(string Name, IReadOnlyList<string> Targets, double Shortest, double Longest)
{
    /// <summary>How often it is dealt in each round.</summary>
    public int Cards { get; init; } = 1;

    /// <summary>Servers that it keeps to itself, beside what it hits: two faults of one server wait for each other.</summary>
    public IReadOnlyList<string> Keeps { get; init; } = [];
}
