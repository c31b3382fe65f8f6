using IntegrationPlatform.Local.Run;
using IntegrationPlatform.Local.Servers;

namespace IntegrationPlatform.Local.Tests;

/// <summary>The clock of a local run.</summary>
public sealed class PlatformTimeTests
{
    private static readonly TimeSpan Blink = TimeSpan.FromMinutes(1);

    [Fact]
    public void A_run_begins_on_the_day_of_the_invitation()
    {
        var time = New("begins");

        Assert.Equal(PlatformTime.Start, time.Now, Blink);
    }

    [Fact]
    public void Time_goes_forward_by_what_it_is_told()
    {
        var time = New("forward");

        time.Advance(TimeSpan.FromDays(14));

        Assert.Equal(PlatformTime.Start.AddDays(14), time.Now, Blink);
    }

    [Fact]
    public void Time_never_goes_back()
    {
        var time = New("back");

        Assert.Throws<ArgumentOutOfRangeException>(() => time.Advance(TimeSpan.FromSeconds(-1)));
    }

    [Fact]
    public void A_run_that_starts_again_goes_on_from_its_own_time()
    {
        var time = New("again");
        time.Advance(TimeSpan.FromDays(14));

        time.EnsureStarted();

        Assert.Equal(PlatformTime.Start.AddDays(14), time.Now, Blink);
    }

    private static PlatformTime New(string name)
    {
        var time = new PlatformTime(Path.Combine(TestFolder.Own, $"clock-{name}"));
        time.EnsureStarted();
        return time;
    }
}
