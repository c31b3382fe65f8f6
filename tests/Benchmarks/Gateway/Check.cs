namespace IntegrationPlatform.Benchmarks.Gateway;

/// <summary>
/// Something the gateway does for every request, and how a process of it is started without: by a setting that it has
/// anyway, or by <see cref="WithoutCheck"/>. The gateway itself has no switch for any of it.
/// </summary>
/// <param name="Name">Its name in figures.</param>
/// <param name="Label">What it is.</param>
/// <param name="Settings">What turns it off.</param>
internal sealed record Check(string Name, string Label, IReadOnlyDictionary<string, string?> Settings)
{
    /// <summary>The checks that can be left out, one at a time.</summary>
    public static IReadOnlyList<Check> All { get; } =
    [
        Replaced(WithoutCheck.Token, "Access token"),
        Replaced(WithoutCheck.Policy, "Scope of the service"),
        Replaced(WithoutCheck.Rate, "Rate of the organisation"),
        Replaced(WithoutCheck.Compression, "Compression, not asked for"),
        new("spans", "Spans and metrics", Off("OTEL_SDK_DISABLED", "true")),
        new("logging", "Logging", Off("Logging__LogLevel__Default", "None", "Logging__LogLevel__Microsoft.AspNetCore")),
    ];

    /// <summary>All of them at once.</summary>
    public static Check Everything { get; } =
        new(
            "everything",
            "All of these",
            All.SelectMany(check => check.Settings)
                .GroupBy(setting => setting.Key, StringComparer.Ordinal)
                .ToDictionary(
                    same => same.Key,
                    same => (string?)string.Join(' ', same.Select(setting => setting.Value).Distinct()),
                    StringComparer.Ordinal
                )
        );

    private static Check Replaced(string name, string label) => new(name, label, WithoutCheck.Settings(name));

    private static Dictionary<string, string?> Off(string setting, string value, params string[] others) =>
        others.Prepend(setting).ToDictionary(one => one, _ => (string?)value, StringComparer.Ordinal);
}
