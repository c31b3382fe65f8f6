namespace IntegrationPlatform.Chaos.Faults;

/// <summary>Something goes, for a while, and comes back: also when the run is stopped meanwhile.</summary>
internal static class Outages
{
    /// <summary>Ends something and starts it again.</summary>
    public static async Task EndAsync(
        Func<Task> end,
        TimeSpan lasting,
        Func<CancellationToken, Task> startAgain,
        CancellationToken cancellation
    )
    {
        await end();
        await Task.Delay(lasting, cancellation);
        await startAgain(cancellation);
    }

    /// <summary>Does something and undoes it.</summary>
    public static async Task HoldAsync(Action begin, TimeSpan lasting, Action undo, CancellationToken cancellation)
    {
        begin();
        try
        {
            await Task.Delay(lasting, cancellation);
        }
        finally
        {
            undo();
        }
    }
}
