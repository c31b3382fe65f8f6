using IntegrationPlatform.Tests.Support;

namespace IntegrationPlatform.Hosting.Tests.Time;

/// <summary>The clock that tests move.</summary>
public sealed class FakeClockTests
{
    private readonly FakeClock _clock = new();

    [Fact]
    public void Timers_fire_at_their_own_time_and_in_order()
    {
        var start = _clock.GetUtcNow();
        var fired = new List<(string, double)>();
        using var second = Timer("second", 20);
        using var first = Timer("first", 10);
        using var every = Timer("every", 8, 8);

        _clock.Advance(TimeSpan.FromMinutes(24));

        Assert.Equal([("every", 8d), ("first", 10d), ("every", 16d), ("second", 20d), ("every", 24d)], fired);

        ITimer Timer(string name, int due, int period = 0) =>
            _clock.CreateTimer(
                _ => fired.Add((name, (_clock.GetUtcNow() - start).TotalMinutes)),
                null,
                TimeSpan.FromMinutes(due),
                TimeSpan.FromMinutes(period)
            );
    }

    [Fact]
    public void A_timer_that_was_disposed_or_changed_does_not_fire_at_its_old_time()
    {
        var fired = 0;
        var gone = _clock.CreateTimer(_ => fired++, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        using var later = _clock.CreateTimer(_ => fired++, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        gone.Dispose();
        later.Change(TimeSpan.FromMinutes(5), Timeout.InfiniteTimeSpan);

        _clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(0, fired);
        _clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(1, fired);
    }

    [Fact]
    public async Task A_delay_ends_when_the_clock_is_moved_past_it()
    {
        var delay = Task.Delay(TimeSpan.FromDays(14), _clock);
        Assert.False(delay.IsCompleted);

        _clock.Advance(TimeSpan.FromDays(14));

        await delay;
    }

    [Fact]
    public void It_does_not_go_back() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _clock.Advance(TimeSpan.FromTicks(-1)));
}
