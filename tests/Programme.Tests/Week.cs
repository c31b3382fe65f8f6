namespace IntegrationPlatform.Programme.Tests;

/// <summary>Plans as they are sent.</summary>
internal static class Week
{
    private static readonly string[] Days = ["monday", "tuesday", "wednesday", "thursday", "friday"];

    /// <summary>A plan.</summary>
    public static object Plan(IEnumerable<object> activities, string? why = null) =>
        why is null
            ? new { participation = "We made it together, with an interpreter.", activities }
            : new
            {
                participation = "We made it together, with an interpreter.",
                activities,
                why,
            };

    /// <summary>37.5 hours with all that PRO-2 demands.</summary>
    public static List<object> Full()
    {
        string[] afternoons = ["socialStudies", "competenceMapping", "languagePractice", "workOriented", "voluntary"];
        return
        [
            .. Days.SelectMany(
                (day, i) =>
                    new[]
                    {
                        Slot("norwegian", day, "08:00:00", "11:00:00"),
                        Slot(afternoons[i], day, "11:30:00", "16:00:00"),
                    }
            ),
        ];
    }

    /// <summary>One activity.</summary>
    public static object Slot(
        string kind,
        string weekday,
        string from,
        string to,
        string provider = "municipality",
        string title = "Together"
    ) =>
        new
        {
            kind,
            provider,
            title,
            weekday,
            from,
            to,
        };
}
