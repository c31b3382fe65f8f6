using System.Collections.Concurrent;

namespace IntegrationPlatform.Tests.Support;

/// <summary>The messages of one type that reached the broker since a test began to listen.</summary>
public sealed class Heard<T>
    where T : class
{
    private readonly ConcurrentQueue<T> _messages = new();

    /// <summary>All so far, in the order in which they came.</summary>
    public IReadOnlyList<T> All => [.. _messages];

    /// <summary>Waits for the first message that fits.</summary>
    public Task<T> First(Func<T, bool>? fits = null, TimeSpan? within = null) =>
        Eventually.Finds(
            $"a fitting {typeof(T).Name}",
            () => Task.FromResult(_messages.FirstOrDefault(fits ?? (_ => true))),
            within
        );

    internal void Add(T message) => _messages.Enqueue(message);
}
