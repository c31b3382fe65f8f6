using IntegrationPlatform.Persistence.Policy;

namespace IntegrationPlatform.Programme;

/// <summary>The figures and deadlines of the programme's rules.</summary>
internal static class Figures
{
    /// <summary>Hours a week that a plan fills (PRO-1: 37 in S1, 37.5 in S3).</summary>
    public static readonly PolicyKey HoursPerWeek = new("PRO-1", "hours-per-week");

    /// <summary>Days from arrival within which a commitment is recorded (PRO-1, P).</summary>
    public static readonly PolicyKey CommitmentDays = new("PRO-1", "commitment-days");

    /// <summary>Days from the commitment within which a plan is agreed (PRO-3, P).</summary>
    public static readonly PolicyKey PlanDays = new("PRO-3", "plan-days");

    /// <summary>What the service ships with.</summary>
    public static readonly PolicyValue[] Shipped =
    [
        HoursPerWeek.From(2016, 7, 4, 37m, "hours", "S1"),
        HoursPerWeek.From(2022, 2, 4, 37.5m, "hours", "S3"),
        CommitmentDays.From(2016, 7, 4, 14m, "days", "P"),
        PlanDays.From(2016, 7, 4, 28m, "days", "P"),
    ];
}
