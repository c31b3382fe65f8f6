namespace IntegrationPlatform.Settlement.YearlyNumbers;

/// <summary>
/// How many persons IMDi asked a municipality to settle in a year (SET-2). Acceptances count against it, a person at a
/// time, and never above it.
/// </summary>
public sealed class YearlyNumber
{
    /// <summary>The yearly request's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The municipality's number.</summary>
    public required string Municipality { get; init; }

    /// <summary>Organisation number of the municipality, which answers requests for it.</summary>
    public required string Organisation { get; init; }

    /// <summary>The year.</summary>
    public required int Year { get; init; }

    /// <summary>Persons asked for.</summary>
    public required int Persons { get; init; }

    /// <summary>Persons accepted so far.</summary>
    public int Accepted { get; private set; }

    /// <summary>True when so many more fit.</summary>
    public bool HasRoomFor(int persons) => Accepted + persons <= Persons;

    /// <summary>Counts an acceptance; false, and nothing counted, when it would go above the number (SET-2).</summary>
    public bool Take(int persons)
    {
        if (!HasRoomFor(persons))
        {
            return false;
        }

        Accepted += persons;
        return true;
    }
}
