namespace IntegrationPlatform.Architecture.Tests;

/// <summary>The tree keeps its habits, and a broken one is found.</summary>
public sealed class HygieneTests
{
    public static TheoryData<string> Habits => [.. Hygiene.All.Select(h => h.Name)];

    [Theory]
    [MemberData(nameof(Habits))]
    public void The_tree_keeps_the_habit(string habit) => Found.Nothing(Named(habit).Violations(SourceFile.All));

    [Theory]
    [InlineData("What is left to do is an issue, not a comment", "// TODO: later")]
    [InlineData("Namespaces are file-scoped", "namespace IntegrationPlatform.Mapping")]
    [InlineData("Namespaces start with the platform's name", "namespace Mapping;")]
    [InlineData("Time is asked of a TimeProvider", "var now = DateTimeOffset.UtcNow;")]
    [InlineData("Nothing blocks a thread", "Thread.Sleep(10);")]
    [InlineData("Services log, they do not print", "Console.WriteLine(resident);")]
    [InlineData("Warnings are mended, not switched off", "#pragma warning disable CA1062")]
    [InlineData("Versions of packages stand in one place", "<PackageReference Include=\"A\" Version=\"1\" />")]
    [InlineData("A catch does not hide", "catch { }")]
    public void A_broken_habit_is_found(string habit, string line)
    {
        var file = habit.StartsWith("Versions", StringComparison.Ordinal)
            ? "gateway/A.csproj"
            : "services/A/Service/A.cs";

        Assert.Single(Named(habit).Violations([new(file, $"// fine\n{line}\n")]));
    }

    private static Hygiene Named(string name) => Hygiene.All.Single(h => h.Name == name);
}
