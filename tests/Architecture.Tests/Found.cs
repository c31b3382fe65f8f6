namespace IntegrationPlatform.Architecture.Tests;

/// <summary>What a check found.</summary>
internal static class Found
{
    /// <summary>Fails with every violation, one a line.</summary>
    public static void Nothing(IEnumerable<string> violations)
    {
        var all = violations.ToArray();
        Assert.True(all.Length == 0, string.Join('\n', all));
    }
}
