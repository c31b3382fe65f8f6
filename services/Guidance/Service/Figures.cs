using IntegrationPlatform.Persistence.Policy;

namespace IntegrationPlatform.Guidance;

/// <summary>The figures and deadlines of the guidance's rules.</summary>
internal static class Figures
{
    /// <summary>Days from the opening of a case within which the first session is held (GUI-3, P).</summary>
    public static readonly PolicyKey FirstSessionDays = new("GUI-3", "first-session-days");

    /// <summary>What the service ships with.</summary>
    public static readonly PolicyValue[] Shipped = [FirstSessionDays.From(2016, 7, 4, 30m, "days", "P")];
}
