using System.Text.RegularExpressions;

namespace IntegrationPlatform.Architecture.Tests;

/// <summary>Rule numbers such as <c>MAP-2</c>: docs/requirements.md states them, everything else only uses them.</summary>
internal static partial class RuleNumbers
{
    /// <summary>Where the rules are stated.</summary>
    public const string Source = "docs/requirements.md";

    /// <summary>The rules that exist.</summary>
    public static IReadOnlySet<string> Stated(SourceFile requirements) =>
        Statement().Matches(requirements.Text).Select(m => m.Groups["rule"].Value).ToHashSet(StringComparer.Ordinal);

    /// <summary>Uses of a number that no rule has.</summary>
    public static IEnumerable<string> Unknown(IEnumerable<SourceFile> files, IReadOnlySet<string> stated) =>
        from file in files
        from line in file.Lines
        from use in Use().Matches(line.Text)
        where !stated.Contains(use.Value)
        select $"{file.Path}:{line.Number} {use.Value}";

    [GeneratedRegex(@"^- \*\*(?<rule>[A-Z]{3}-\d+)\*\*", RegexOptions.Multiline)]
    private static partial Regex Statement();

    [GeneratedRegex(@"\b(?:MAP|GUI|PRO|GRA|SET|ALL)-\d+\b")]
    private static partial Regex Use();
}
