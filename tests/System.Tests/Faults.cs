using System.Collections.Concurrent;
using IntegrationPlatform.Journey.Story;

namespace IntegrationPlatform.SystemTests;

/// <summary>
/// Listens to a journey and lets something down in the middle of a piece of work: when the first of many cases is done
/// and the others are under way. One fault at a time; the journey does not wait for it.
/// </summary>
/// <param name="faults">What happens, by the piece of work.</param>
internal sealed class Faults(IReadOnlyDictionary<string, Func<Task>> faults) : IStory, IDisposable
{
    private readonly ConcurrentDictionary<string, Task> _happened = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>The pieces of work in which something was let down.</summary>
    public IEnumerable<string> Happened => _happened.Keys;

    /// <inheritdoc />
    public void Chapter(string title) { }

    /// <inheritdoc />
    public void Tell(DateOnly day, string sentence) { }

    /// <inheritdoc />
    public void Progress(string what, int done, int all)
    {
        if (faults.TryGetValue(what, out var fault))
        {
            _ = _happened.GetOrAdd(what, _ => Task.Run(() => Happen(fault)));
        }
    }

    /// <summary>Waits until everything that was let down runs again.</summary>
    /// <exception cref="Exception">Something did not come back.</exception>
    public Task OverAsync() => Task.WhenAll(_happened.Values);

    /// <inheritdoc />
    public void Dispose() => _one.Dispose();

    private async Task Happen(Func<Task> fault)
    {
        await _one.WaitAsync();
        try
        {
            await fault();
        }
        finally
        {
            _one.Release();
        }
    }
}
