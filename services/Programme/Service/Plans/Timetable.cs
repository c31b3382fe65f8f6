using IntegrationPlatform.Programme.Contracts;

namespace IntegrationPlatform.Programme.Plans;

/// <summary>The rules that the week of a plan follows.</summary>
internal static class Timetable
{
    /// <summary>What every plan contains (PRO-2, S3).</summary>
    public static readonly ActivityKind[] Required =
    [
        ActivityKind.Norwegian,
        ActivityKind.SocialStudies,
        ActivityKind.CompetenceMapping,
    ];

    /// <summary>What a plan contains "as far as possible" (PRO-2, S3).</summary>
    public static readonly ActivityKind[] AsFarAsPossible =
    [
        ActivityKind.Guidance,
        ActivityKind.LanguagePractice,
        ActivityKind.WorkOriented,
        ActivityKind.Voluntary,
    ];

    /// <summary>The length of a week's activities in minutes, exact.</summary>
    public static int Minutes(IEnumerable<Activity> week) => week.Sum(a => a.Minutes);

    /// <summary>Minutes as hours, to the nearest hundredth.</summary>
    public static decimal Hours(int minutes) => Math.Round(minutes / 60m, 2);

    /// <summary>Those of the kinds that the week lacks.</summary>
    public static IReadOnlyList<ActivityKind> Lacks(IEnumerable<Activity> week, IEnumerable<ActivityKind> kinds) =>
        [.. kinds.Except(week.Select(a => a.Kind))];

    /// <summary>Positions of activities that overlap an earlier one.</summary>
    public static IEnumerable<int> Overlaps(IReadOnlyList<Activity> week) =>
        Enumerable.Range(0, week.Count).Where(i => week.Take(i).Any(week[i].Overlaps));

    /// <summary>The activities in the order of the week, which begins on Monday.</summary>
    public static IEnumerable<Activity> InOrder(IEnumerable<Activity> week) =>
        week.OrderBy(a => ((int)a.Weekday + 6) % 7).ThenBy(a => a.From);
}
