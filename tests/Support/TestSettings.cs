using System.Security.Cryptography;

namespace IntegrationPlatform.Tests.Support;

/// <summary>The settings of every host that a test starts.</summary>
public static class TestSettings
{
    /// <summary>
    /// It accepts the test's tokens, seals its audit with a key of the run, and a request may take long: on a loaded
    /// machine the first one, which compiles all it passes through, took longer than the platform's own limit. Tests of
    /// the limit set theirs.
    /// </summary>
    public static IReadOnlyDictionary<string, string> All { get; } =
        new Dictionary<string, string>(TestTokens.Settings, StringComparer.Ordinal)
        {
            ["Limits:Request"] = "00:05:00",
            ["Audit:Key"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        };
}
