namespace IntegrationPlatform.Architecture.Tests;

/// <summary>Every rule number in the tree is one that docs/requirements.md states.</summary>
public sealed class RuleNumberTests
{
    private static readonly IReadOnlySet<string> Stated = RuleNumbers.Stated(
        SourceFile.All.Single(f => f.Path == RuleNumbers.Source)
    );

    [Fact]
    public void Every_rule_number_in_use_is_stated() => Found.Nothing(RuleNumbers.Unknown(Others, Stated));

    [Fact]
    public void Rules_of_every_part_are_stated() =>
        Assert.All(["MAP-1", "GUI-1", "PRO-1", "GRA-1", "SET-1", "ALL-1"], rule => Assert.Contains(rule, Stated));

    [Fact]
    public void A_number_that_no_rule_has_is_found()
    {
        var unknown = "MAP-" + 99;

        Assert.Equal(
            [$"a.cs:2 {unknown}"],
            RuleNumbers.Unknown([new("a.cs", $"// MAP-2\n// {unknown}\n// UTF-8")], Stated).ToArray()
        );
    }

    private static IEnumerable<SourceFile> Others => SourceFile.All.Where(f => f.Path != RuleNumbers.Source);
}
