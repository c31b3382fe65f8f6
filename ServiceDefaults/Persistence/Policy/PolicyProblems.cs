using IntegrationPlatform.Hosting.Problems;

namespace IntegrationPlatform.Persistence.Policy;

/// <summary>How policy is refused.</summary>
internal static class PolicyProblems
{
    public static readonly ProblemType AlreadyStated = new(
        "policy-already-stated",
        409,
        null,
        "This figure already has a value from that day; state a later one"
    );
}
