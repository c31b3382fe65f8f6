using System.Text.RegularExpressions;

namespace IntegrationPlatform.Architecture.Tests;

/// <summary>Habits that the whole tree keeps, each with the reason why.</summary>
/// <param name="Name">The habit.</param>
/// <param name="Broken">Matches a line that breaks it.</param>
/// <param name="Where">Matches the paths that it holds for.</param>
internal sealed record Hygiene(string Name, Regex Broken, Regex Where)
{
    private const string Code = @"\.cs$";
    private const string Production = @"^(services|ServiceDefaults|gateway)/.*\.cs$";

    // This file and its tests spell out what they look for.
    private const string Self = "tests/Architecture.Tests/Hygiene";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Hygiene> All { get; } =
    [
        new("What is left to do is an issue, not a comment", @"\b(TODO|FIXME|HACK|XXX)\b", "."),
        new("Namespaces are file-scoped", @"^namespace [\w.]+\s*\{?\s*$", Code),
        new("Namespaces start with the platform's name", @"^namespace (?!IntegrationPlatform\b)", Code),
        new("Time is asked of a TimeProvider", @"\bDate(Time|TimeOffset)\.(UtcNow|Now|Today)\b", Production),
        new("Nothing blocks a thread", @"Thread\.Sleep|\.GetAwaiter\(\)\.GetResult\(\)", Production),
        new("Services log, they do not print", @"\bConsole\.(Write|Error)", @"^(services|ServiceDefaults)/.*\.cs$"),
        new("Warnings are mended, not switched off", @"#pragma warning disable", Production),
        new("Versions of packages stand in one place", @"<PackageReference [^>]*\bVersion=", @"\.csproj$"),
        new("A catch does not hide", @"catch\s*(\(Exception\))?\s*\{\s*\}", Code),
    ];

    private Hygiene(string name, string broken, string where)
        : this(name, new Regex(broken), new Regex(where)) { }

    /// <summary>Where the habit is broken.</summary>
    public IEnumerable<string> Violations(IEnumerable<SourceFile> files) =>
        from file in files
        where Where.IsMatch(file.Path) && !file.Path.StartsWith(Self, StringComparison.Ordinal)
        where !file.Path.Contains("/Migrations/", StringComparison.Ordinal)
        from line in file.Lines
        where Broken.IsMatch(line.Text)
        select $"{file.Path}:{line.Number} {line.Text.Trim()}";

    /// <inheritdoc />
    public override string ToString() => Name;
}
