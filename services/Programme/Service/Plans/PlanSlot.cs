using IntegrationPlatform.Programme.Contracts;

namespace IntegrationPlatform.Programme.Plans;

/// <summary>One weekly slot of a plan.</summary>
internal sealed record PlanSlot(
    ActivityKind Kind,
    Provider Provider,
    string Title,
    DayOfWeek Weekday,
    TimeOnly From,
    TimeOnly To
)
{
    public static PlanSlot Of(Activity a) => new(a.Kind, a.Provider, a.Title, a.Weekday, a.From, a.To);
}
