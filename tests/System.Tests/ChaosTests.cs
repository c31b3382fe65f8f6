using IntegrationPlatform.Chaos;
using IntegrationPlatform.Local.Servers;
using Xunit.Abstractions;

namespace IntegrationPlatform.SystemTests;

/// <summary>A minute of the fault program; ten are <c>./platform chaos</c>.</summary>
public sealed class ChaosTests(ITestOutputHelper output)
{
    private const int Seed = 7;

    [Fact]
    public async Task A_minute_of_faults_leaves_every_effect_done_exactly_once()
    {
        var settings = new ChaosSettings(Repository.Root, Path.Combine(TestFolder.Own, "chaos"))
        {
            Length = TimeSpan.FromMinutes(1),
            Seed = Seed,
        };

        var result = await ChaosRun.RunAsync(settings, output.WriteLine);

        Assert.Empty(result.Failures());
        Assert.True(result.Faults.Values.Sum() > 0, "No fault happened.");
    }
}
