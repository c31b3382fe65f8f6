using System.Globalization;
using Xunit.Abstractions;

namespace IntegrationPlatform.Fuzz.Tests;

/// <summary>
/// Calls every operation of the platform's API document in odd ways, through the gateway and around it. Only successes and
/// problem details of a documented type come back, and what is not accepted changes nothing. <c>FUZZ_ROUNDS</c> says how
/// many calls each operation gets, <c>FUZZ_SEED</c> which ones.
/// </summary>
public sealed class FuzzTests(FuzzedPlatform platform, ITestOutputHelper output) : IClassFixture<FuzzedPlatform>
{
    private const ulong UsualSeed = 20160704;
    private const int UsualRounds = 25;
    private const int Shown = 12;

    [Theory]
    [InlineData("mapping")]
    [InlineData("guidance")]
    [InlineData("programme")]
    [InlineData("grants")]
    [InlineData("settlement")]
    public async Task Whatever_is_asked_is_done_or_refused_and_a_refusal_changes_nothing(string service)
    {
        var seed = Setting("FUZZ_SEED", UsualSeed);
        var rounds = (int)Setting("FUZZ_ROUNDS", UsualRounds);
        var fuzzed = platform.Of(service);
        var operations = platform.Operations.Where(operation => operation.Service == service).ToList();
        var faults = new List<string>();
        // What erases comes last: the others need what is there.
        foreach (
            var (i, operation) in operations.OrderBy(o => o.Path.EndsWith("/erasure", StringComparison.Ordinal)).Index()
        )
        {
            faults.AddRange(await fuzzed.SendAsync(operation, Draw.Of(seed + (ulong)i, rounds)));
            if (!fuzzed.LetIn.Contains(operation.Id))
            {
                faults.AddRange(await fuzzed.KnockAsync(operation));
            }
        }

        var statuses = string.Join(", ", fuzzed.Statuses.Select(status => $"{status.Value} × {status.Key}"));
        output.WriteLine($"FUZZ_SEED={seed} FUZZ_ROUNDS={rounds}: {statuses}");
        Assert.True(
            faults.Count == 0,
            $"FUZZ_SEED={seed} FUZZ_ROUNDS={rounds}: {faults.Count} faults.\n\n{string.Join("\n\n", faults.Take(Shown))}"
        );
        Assert.Empty(operations.Select(operation => operation.Id).Except(fuzzed.LetIn, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_request_that_is_accepted_shows_in_the_sums_and_one_that_is_refused_does_not()
    {
        using var imdi = platform.As("987879696", "programme.policy");
        const string Policies = "/programme/v1/policies";
        const string Hours =
            """{"rule":"PRO-1","name":"hours-per-week","holdsFrom":"2040-01-01","value":36,"unit":"hours","source":"P"}""";
        var holdings = platform.HoldingsOf("programme");
        var before = await holdings.AtRestAsync();

        using var accepted = await imdi.PostJson(Policies, Hours);
        var then = await holdings.AtRestAsync();
        using var refused = await imdi.PostJson(Policies, Hours);
        var after = await holdings.AtRestAsync();

        Assert.Equal((201, 409), ((int)accepted.StatusCode, (int)refused.StatusCode));
        Assert.Single(Holdings.Differences(before, then));
        Assert.Empty(Holdings.Differences(then, after));
    }

    private static ulong Setting(string name, ulong usual) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value)
            ? value
            : usual;
}
