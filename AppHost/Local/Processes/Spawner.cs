using System.Collections.Concurrent;
using System.Diagnostics;

namespace IntegrationPlatform.Local.Processes;

/// <summary>
/// Starts every child from one thread that lives as long as this process. The kernel's parent-death signal follows the
/// <em>thread</em> that forked: a child started from a pool thread would die when the pool lets that thread go.
/// </summary>
internal static class Spawner
{
    private static readonly BlockingCollection<Action> Starts = Run();

    public static Process Start(ProcessStartInfo start)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Starts.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(start)!);
            }
            catch (Exception fault)
            {
                started.SetException(fault);
            }
        });
        return started.Task.GetAwaiter().GetResult();
    }

    private static BlockingCollection<Action> Run()
    {
        var starts = new BlockingCollection<Action>();
        new Thread(() =>
        {
            foreach (var start in starts.GetConsumingEnumerable())
            {
                start();
            }
        })
        {
            IsBackground = true,
            Name = "spawner",
        }.Start();
        return starts;
    }
}
