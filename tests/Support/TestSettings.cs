using System.Security.Cryptography;

namespace IntegrationPlatform.Tests.Support;

/// <summary>The settings of every host that a test starts.</summary>
public static class TestSettings
{
    /// <summary>
    /// Where a host listens that a test starts: a port that the system picks. As a setting of the host, since
    /// <c>UseKestrel(port)</c> changes the addresses of a host that may have started by then, and throws.
    /// </summary>
    public const string AnyPort = "http://127.0.0.1:0";

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
