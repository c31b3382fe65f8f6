using IntegrationPlatform.Hosting.Problems;
using IntegrationPlatform.Programme.Contracts;
using IntegrationPlatform.Programme.Plans;

namespace IntegrationPlatform.Programme.DraftPlan;

/// <summary>One weekly slot as it is sent.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Provider">Who gives it.</param>
/// <param name="Title">Its name.</param>
/// <param name="Weekday">The day.</param>
/// <param name="From">When it begins.</param>
/// <param name="To">When it ends, the same day.</param>
internal sealed record ActivityDraft(
    ActivityKind Kind,
    Provider Provider,
    string Title,
    DayOfWeek Weekday,
    TimeOnly From,
    TimeOnly To
)
{
    /// <summary>The most activities in one week.</summary>
    public const int Most = 100;

    private const int LongestTitle = 200;

    /// <summary>Notes what is wrong with an activity.</summary>
    public static void Check(FieldErrors errors, ActivityDraft? draft, string pointer)
    {
        if (draft is null)
        {
            errors.Require(false, pointer, "PRO-4", "Is missing.");
            return;
        }

        errors
            .Require(!string.IsNullOrWhiteSpace(draft.Title), $"{pointer}/title", "PRO-4", "Is missing.")
            .Require(
                !(draft.Title?.Length > LongestTitle),
                $"{pointer}/title",
                "PRO-4",
                $"Is longer than {LongestTitle} characters."
            )
            .Require(OnTheMinute(draft.From), $"{pointer}/from", "PRO-4", "Is not on a whole minute.")
            .Require(OnTheMinute(draft.To), $"{pointer}/to", "PRO-4", "Is not on a whole minute.")
            .Require(draft.To > draft.From, $"{pointer}/to", "PRO-4", "Is not after the beginning.");
    }

    /// <summary>The activity, once it is checked.</summary>
    public Activity Activity() =>
        new()
        {
            Kind = Kind,
            Provider = Provider,
            Title = Title.Trim(),
            Weekday = Weekday,
            From = From,
            To = To,
        };

    private static bool OnTheMinute(TimeOnly time) => time.Ticks % TimeSpan.TicksPerMinute == 0;
}
