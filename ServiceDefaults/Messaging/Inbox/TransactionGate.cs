namespace IntegrationPlatform.Messaging.Inbox;

/// <summary>Bounds the messages that a process handles at once, so that its queues do not drain the connection pool.</summary>
internal sealed class TransactionGate(MessagingOptions options) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(options.ConcurrentTransactions);

    /// <summary>Waits for a slot; dispose what is returned to give it back.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellation)
    {
        await _slots.WaitAsync(cancellation);
        return new Slot(_slots);
    }

    public void Dispose() => _slots.Dispose();

    private sealed class Slot(SemaphoreSlim slots) : IDisposable
    {
        public void Dispose() => slots.Release();
    }
}
