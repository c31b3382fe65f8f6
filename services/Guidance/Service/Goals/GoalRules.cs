using IntegrationPlatform.Hosting.Problems;

namespace IntegrationPlatform.Guidance.Goals;

/// <summary>What a list of career goals must be (GUI-3).</summary>
internal static class GoalRules
{
    private const int Most = 20;
    private const int Longest = 500;

    /// <summary>Notes what is wrong with goals.</summary>
    public static FieldErrors RequireGoals(this FieldErrors errors, IReadOnlyList<string?> goals)
    {
        errors.Require(goals.Count <= Most, "/goals", "GUI-3", $"Holds at most {Most} goals.");
        for (var i = 0; i < Math.Min(goals.Count, Most); i++)
        {
            errors
                .Require(!string.IsNullOrWhiteSpace(goals[i]), $"/goals/{i}", "GUI-3", "Is empty.")
                .Require(
                    !(goals[i]?.Length > Longest),
                    $"/goals/{i}",
                    "GUI-3",
                    $"Is longer than {Longest} characters."
                );
        }

        return errors;
    }
}
