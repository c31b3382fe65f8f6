using IntegrationPlatform.Programme.Contracts;

namespace IntegrationPlatform.Programme.Plans;

/// <summary>One weekly slot of a plan (PRO-4).</summary>
public sealed class Activity
{
    /// <summary>What it is.</summary>
    public required ActivityKind Kind { get; init; }

    /// <summary>Who gives it.</summary>
    public required Provider Provider { get; init; }

    /// <summary>Its name, as a person reads it.</summary>
    public required string Title { get; init; }

    /// <summary>The day of the week.</summary>
    public required DayOfWeek Weekday { get; init; }

    /// <summary>When it begins, on a whole minute.</summary>
    public required TimeOnly From { get; init; }

    /// <summary>When it ends, on a whole minute of the same day.</summary>
    public required TimeOnly To { get; init; }

    /// <summary>How long it is, in minutes.</summary>
    public int Minutes => (int)((To.Ticks - From.Ticks) / TimeSpan.TicksPerMinute);

    /// <summary>True when both take some of the same time.</summary>
    public bool Overlaps(Activity other) => Weekday == other.Weekday && From < other.To && other.From < To;
}
