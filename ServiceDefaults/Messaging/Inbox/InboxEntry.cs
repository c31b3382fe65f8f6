using System.Data.Common;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace IntegrationPlatform.Messaging.Inbox;

/// <summary>What the inbox knows a message by.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct InboxKey(Guid MessageId, Guid ConsumerId);

/// <summary>A message's turn in the transaction of its group.</summary>
/// <param name="Transaction">The group's transaction.</param>
/// <param name="HandledBefore">True when the message has had its effect.</param>
internal sealed record InboxTurn(DbTransaction Transaction, bool HandledBefore);

/// <summary>
/// A message that waits for its turn. Its own flow handles it when a worker says so, and the worker goes on when the message
/// says so: trace and scope stay the message's own.
/// </summary>
internal sealed class InboxEntry(InboxKey key, Guid entity)
{
    private readonly TaskCompletionSource<InboxTurn?> _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> _handled = new();
    private readonly TaskCompletionSource<bool> _committed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public InboxKey Key => key;

    /// <summary>What the message is about.</summary>
    public Guid Entity => entity;

    /// <summary>When it came, as <see cref="Stopwatch.GetTimestamp"/> tells it.</summary>
    public long Since { get; } = Stopwatch.GetTimestamp();

    /// <summary>How many messages its consumer has written.</summary>
    public int Written { get; set; }

    /// <summary>Waits for its turn; null when it is alone and has a transaction of its own.</summary>
    /// <exception cref="GroupRolledBackException">The group ended before its turn.</exception>
    public Task<InboxTurn?> TurnAsync() => _turn.Task;

    /// <summary>The message's flow is done with its turn.</summary>
    public void Handled(bool well) => _handled.SetResult(well);

    /// <summary>Waits for the group's commit; false when it rolled back.</summary>
    public Task<bool> CommittedAsync() => _committed.Task;

    /// <summary>Gives the message its turn and waits until it is handled; false when it failed.</summary>
    public Task<bool> HandleAsync(InboxTurn? turn)
    {
        _turn.SetResult(turn);
        return _handled.Task;
    }

    /// <summary>The group has ended.</summary>
    public void End(bool committed)
    {
        if (!committed)
        {
            _turn.TrySetException(new GroupRolledBackException());
        }

        _committed.SetResult(committed);
    }
}
