using System.Collections.Concurrent;

namespace IntegrationPlatform.Imdinett.Receiving;

/// <summary>Failures that a test asked for, used up one an event.</summary>
internal sealed class Faults
{
    private readonly ConcurrentQueue<Fault> _next = new();

    public void Add(Fault fault)
    {
        for (var i = 0; i < fault.Count; i++)
        {
            _next.Enqueue(fault);
        }
    }

    public Fault? Take() => _next.TryDequeue(out var fault) ? fault : null;
}

/// <summary>How the next events are answered.</summary>
/// <param name="Status">The status.</param>
/// <param name="Count">How many events.</param>
/// <param name="RetryAfter">Seconds in <c>Retry-After</c>.</param>
/// <param name="AfterApplying">True applies the event first and then breaks the connection: the answer is lost.</param>
internal sealed record Fault(int Status, int Count, int? RetryAfter = null, bool AfterApplying = false);
