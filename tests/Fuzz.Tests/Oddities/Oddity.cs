using FsCheck;
using FsCheck.Fluent;

namespace IntegrationPlatform.Fuzz.Tests.Oddities;

/// <summary>One thing that is odd about a request.</summary>
/// <param name="Name">What it is, for the report.</param>
/// <param name="Apply">Makes a request so.</param>
internal sealed record Oddity(string Name, Action<Call> Apply)
{
    private const int Shown = 40;

    /// <summary>Anything odd.</summary>
    public static Gen<Oddity> Any { get; } =
        Gen.Frequency(
            (10, OddBodies.Members),
            (4, OddBodies.Whole),
            (4, OddPaths.Any),
            (3, OddQueries.Any),
            (5, OddHeaders.Any)
        );

    /// <summary>A text as the report shows it.</summary>
    public static string Show(string text) =>
        string.Concat(
            (text.Length <= Shown ? text : $"{text[..Shown]}…").Select(c =>
                char.IsControl(c) || char.IsSurrogate(c) || c > '~' ? $"\\u{(int)c:x4}" : c.ToString()
            )
        );
}
