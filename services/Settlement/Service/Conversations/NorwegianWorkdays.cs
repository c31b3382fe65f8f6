namespace IntegrationPlatform.Settlement.Conversations;

/// <summary>The days on which Norwegian offices work: Monday to Friday, not on the public holidays.</summary>
public static class NorwegianWorkdays
{
    private static readonly int[] DaysFromEaster = [-3, -2, 0, 1, 39, 49, 50];

    /// <summary>True for a day on which offices work.</summary>
    public static bool IsWorkday(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && (day.Month, day.Day) is not ((1, 1) or (5, 1) or (5, 17) or (12, 25) or (12, 26))
        && !DaysFromEaster.Contains(day.DayNumber - Easter(day.Year).DayNumber);

    /// <summary>Workdays from a day on.</summary>
    public static IEnumerable<DateOnly> From(DateOnly day)
    {
        for (; ; day = day.AddDays(1))
        {
            if (IsWorkday(day))
            {
                yield return day;
            }
        }
    }

    /// <summary>Easter Sunday (the Gregorian computus by Meeus, Jones and Butcher).</summary>
    public static DateOnly Easter(int year)
    {
        var a = year % 19;
        var (b, c) = Math.DivRem(year, 100);
        var (d, e) = Math.DivRem(b, 4);
        var g = ((8 * b) + 13) / 25;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = Math.DivRem(c, 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (19 * l)) / 433;
        var month = (h + l - (7 * m) + 90) / 25;
        var day = (h + l - (7 * m) + (33 * month) + 19) % 32;
        return new DateOnly(year, month, day);
    }
}
