using IntegrationPlatform.Persistence.Policy;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Mapping.Deadline;

/// <summary>The figures behind the deadline (MAP-2).</summary>
internal static class DeadlinePolicy
{
    private static readonly PolicyKey Due = new("MAP-2", "days-to-map");
    private static readonly PolicyKey FirstReminder = new("MAP-2", "first-reminder-days-before");
    private static readonly PolicyKey SecondReminder = new("MAP-2", "second-reminder-days-before");

    /// <summary>The values that the service ships with.</summary>
    public static PolicyValue[] Shipped =>
        [
            Due.From(2019, 5, 10, 14, "days", "S4"),
            FirstReminder.From(2016, 7, 4, 7, "days", "P"),
            SecondReminder.From(2016, 7, 4, 2, "days", "P"),
        ];

    /// <summary>The last day on which the mapping of somebody who arrived on a day is in time.</summary>
    public static async Task<DateOnly> DueOnAsync(
        this DbContext db,
        DateOnly arrivedOn,
        CancellationToken cancellation
    ) => arrivedOn.AddDays((int)await db.PolicyAsync(Due, arrivedOn, cancellation));

    /// <summary>The days on which to remind of a deadline, earliest first.</summary>
    public static async Task<IReadOnlyList<DateOnly>> RemindOnAsync(
        this DbContext db,
        DateOnly dueOn,
        DateOnly arrivedOn,
        CancellationToken cancellation
    )
    {
        var first = (int)await db.PolicyAsync(FirstReminder, arrivedOn, cancellation);
        var second = (int)await db.PolicyAsync(SecondReminder, arrivedOn, cancellation);
        return [.. new[] { dueOn.AddDays(-first), dueOn.AddDays(-second) }.Order()];
    }
}
