using System.Diagnostics;

namespace IntegrationPlatform.Tests.Support;

/// <summary>Waits for what happens in its own time; a test never sleeps for a guess.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan LongestBetween = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until a condition holds.</summary>
    /// <param name="what">The condition in words, for the message when it never holds.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="within">How long at most; 90 s when not given.</param>
    /// <exception cref="TimeoutException">It did not hold in time.</exception>
    public static async Task Holds(string what, Func<Task<bool>> condition, TimeSpan? within = null)
    {
        var clock = Stopwatch.StartNew();
        for (var look = 0; !await condition(); look++)
        {
            if (clock.Elapsed > (within ?? Patience))
            {
                throw new TimeoutException($"Not within {(within ?? Patience).TotalSeconds:0} s: {what}.");
            }

            await Task.Delay(Between(look));
        }
    }

    /// <summary>Waits until a look finds something.</summary>
    /// <returns>What was found.</returns>
    public static async Task<T> Finds<T>(string what, Func<Task<T?>> look, TimeSpan? within = null)
        where T : class
    {
        T? found = null;
        await Holds(what, async () => (found = await look()) is not null, within);
        return found!;
    }

    /// <summary>Waits until a look sees what is expected; fails with what it saw last.</summary>
    public static async Task Becomes<T>(T expected, Func<Task<T>> look, TimeSpan? within = null)
    {
        var clock = Stopwatch.StartNew();
        var seen = await look();
        for (var looks = 0; !Equals(expected, seen) && clock.Elapsed < (within ?? Patience); looks++)
        {
            await Task.Delay(Between(looks));
            seen = await look();
        }

        if (!Equals(expected, seen))
        {
            throw new TimeoutException($"Expected {expected}, saw {seen} at last.");
        }
    }

    // Most of what is waited for comes soon.
    private static TimeSpan Between(int looks) => looks < 4 ? TimeSpan.FromMilliseconds(1 << looks) : LongestBetween;
}
