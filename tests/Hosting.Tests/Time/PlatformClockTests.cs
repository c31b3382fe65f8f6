using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Tests.Support;

namespace IntegrationPlatform.Hosting.Tests.Time;

/// <summary>The clock that a demonstration can move.</summary>
public sealed class PlatformClockTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public void Without_a_file_it_is_the_systems_clock() => Assert.True(IsNow(new PlatformClock(null), TimeSpan.Zero));

    [Fact]
    public void A_file_that_is_not_there_yet_moves_nothing() =>
        Assert.True(IsNow(new PlatformClock(_file + ".none"), TimeSpan.Zero));

    [Fact]
    public async Task Every_clock_on_the_file_moves_with_it()
    {
        await File.WriteAllTextAsync(_file, "14.00:00:00\n");
        var clocks = new[] { new PlatformClock(_file), new PlatformClock(_file) };
        Assert.All(clocks, clock => Assert.True(IsNow(clock, TimeSpan.FromDays(14))));

        await File.WriteAllTextAsync(_file, "-3000.01:00:00");

        var moved = TimeSpan.FromDays(-3000) - TimeSpan.FromHours(1);
        await Eventually.Holds("all moved", () => Task.FromResult(Array.TrueForAll(clocks, c => IsNow(c, moved))));
    }

    public void Dispose() => File.Delete(_file);

    private static bool IsNow(PlatformClock clock, TimeSpan offset) =>
        (clock.GetUtcNow() - TimeProvider.System.GetUtcNow() - offset).Duration() < TimeSpan.FromSeconds(5);
}
