namespace IntegrationPlatform.Hosting.Time;

/// <summary>The calendar day in Norway, which every rule with a day in it means.</summary>
public static class NorwegianTime
{
    private static readonly TimeZoneInfo Norway = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");

    extension(TimeProvider clock)
    {
        /// <summary>The current day in Norway.</summary>
        public DateOnly Today() => clock.GetUtcNow().NorwegianDay();

        /// <summary>How long from now until the given day begins in Norway; zero when it has begun.</summary>
        public TimeSpan Until(DateOnly day)
        {
            var midnight = day.ToDateTime(TimeOnly.MinValue);
            var wait = new DateTimeOffset(midnight, Norway.GetUtcOffset(midnight)) - clock.GetUtcNow();
            return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
        }
    }

    /// <summary>The day in Norway at an instant.</summary>
    public static DateOnly NorwegianDay(this DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Norway).DateTime);
}
