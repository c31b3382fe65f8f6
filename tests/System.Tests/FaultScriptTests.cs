using IntegrationPlatform.Chaos.Script;

namespace IntegrationPlatform.SystemTests;

/// <summary>The script of faults is a function of its seed.</summary>
public sealed class FaultScriptTests
{
    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);

    [Fact]
    public void The_same_seed_makes_the_same_script_and_another_seed_another()
    {
        Assert.Equal(Printed(7), Printed(7));
        Assert.NotEqual(Printed(7), Printed(8));

        static IEnumerable<string> Printed(int seed) => Make(seed, TenMinutes).Select(s => s.ToString());
    }

    [Fact]
    public void A_longer_script_begins_like_a_shorter_one_of_the_same_seed()
    {
        var minute = Make(7, TimeSpan.FromMinutes(1));

        Assert.Equal(minute, Make(7, TenMinutes).Take(minute.Count));
    }

    [Fact]
    public void Ten_minutes_have_every_kind_of_fault_within_its_bounds()
    {
        var steps = Make(7, TenMinutes);

        Assert.Equal(FaultKinds.All.Select(k => k.Name).Order(), steps.Select(s => s.Kind.Name).Distinct().Order());
        Assert.All(steps, s => Assert.InRange(s.Lasting.TotalSeconds, s.Kind.Shortest, s.Kind.Longest));
        Assert.All(steps, s => Assert.Contains(s.Target, s.Kind.Targets));
        Assert.Equal(steps, steps.OrderBy(s => s.At));
    }

    private static IReadOnlyList<Step> Make(int seed, TimeSpan length) =>
        FaultScript.Make(seed, length, FaultKinds.All);
}
