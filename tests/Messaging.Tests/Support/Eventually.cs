using System.Diagnostics;

namespace IntegrationPlatform.Messaging.Tests.Support;

/// <summary>Waits until something holds.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task HoldsAsync(Func<Task<bool>> condition, string what, TimeSpan? patience = null)
    {
        var watch = Stopwatch.StartNew();
        while (!await condition())
        {
            if (watch.Elapsed > (patience ?? Patience))
            {
                throw new TimeoutException($"It never happened that {what}.");
            }

            await Task.Delay(20);
        }
    }

    public static async Task IsAsync<T>(T expected, Func<Task<T>> actual, TimeSpan? patience = null)
    {
        var watch = Stopwatch.StartNew();
        var last = await actual();
        while (!Equals(expected, last) && watch.Elapsed < (patience ?? Patience))
        {
            await Task.Delay(20);
            last = await actual();
        }

        Assert.Equal(expected, last);
    }
}
