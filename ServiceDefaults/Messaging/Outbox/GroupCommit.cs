using System.Diagnostics;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Messaging.Outbox;

/// <summary>
/// Commits what many requests write at the same time as one transaction: for an intake that takes more than a database
/// commits one by one. Whoever comes while a group commits is in the next group; nobody waits for a group to fill.
/// </summary>
/// <typeparam name="TDb">The service's database.</typeparam>
public sealed class GroupCommit<TDb>
    where TDb : DbContext
{
    private const int Largest = 100;
    private readonly Queue<Write> _waiting = new();
    private readonly IServiceScopeFactory _scopes;
    private readonly OutboxSignal<TDb> _signal;
    private bool _committing;

    internal GroupCommit(IServiceScopeFactory scopes, OutboxSignal<TDb> signal) =>
        (_scopes, _signal) = (scopes, signal);

    /// <summary>
    /// Writes rows and messages in one transaction with others, and completes when it is committed. When the group
    /// cannot commit, each of it is written alone and gets its own fault: the function may run twice, so it only adds
    /// to the context and publishes. It must not load and change rows that others change.
    /// </summary>
    /// <param name="write">Adds rows to the context and publishes to the endpoint; does not save.</param>
    /// <param name="cancellation">Ends the wait; what is being committed stays committed.</param>
    public Task CommitAsync(Func<TDb, IPublishEndpoint, Task> write, CancellationToken cancellation = default)
    {
        var mine = new Write(write, Activity.Current, cancellation);
        lock (_waiting)
        {
            _waiting.Enqueue(mine);
            if (!_committing)
            {
                _committing = true;
                // Its own flow: the groups to come are not part of this request.
                using (ExecutionContext.SuppressFlow())
                {
                    _ = Task.Run(CommitWaitingAsync, CancellationToken.None);
                }
            }
        }

        return mine.Done.Task.WaitAsync(cancellation);
    }

    private async Task CommitWaitingAsync()
    {
        while (Take() is { Count: > 0 } group)
        {
            if (group.Count > 1 && await TryAsync(group) is null)
            {
                group.ForEach(write => write.Done.SetResult());
                continue;
            }

            foreach (var write in group)
            {
                if (await TryAsync([write]) is { } fault)
                {
                    write.Done.SetException(fault);
                }
                else
                {
                    write.Done.SetResult();
                }
            }
        }
    }

    private List<Write> Take()
    {
        lock (_waiting)
        {
            var group = new List<Write>(Math.Min(_waiting.Count, Largest));
            while (group.Count < Largest && _waiting.TryDequeue(out var write))
            {
                if (!write.Cancellation.IsCancellationRequested)
                {
                    group.Add(write);
                }
            }

            _committing = group.Count > 0;
            return group;
        }
    }

    private async Task<Exception?> TryAsync(List<Write> group)
    {
        try
        {
            await using var scope = _scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TDb>();
            var endpoint = scope.ServiceProvider.GetRequiredService<IPublishEndpoint>();
            var messages = scope.ServiceProvider.GetRequiredService<OutboxWriter<TDb>>().Collect();
            foreach (var write in group)
            {
                Activity.Current = write.Request;
                await write.Act(db, endpoint);
            }

            Activity.Current = null;
            await SaveAsync(db, messages);
            _signal.Committed(messages.Count);
            return null;
        }
        catch (Exception fault)
        {
            return fault;
        }
    }

    private static async Task SaveAsync(TDb db, IReadOnlyCollection<OutboxMessage> messages)
    {
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.SaveChangesAsync();
        if (messages.Count > 0)
        {
            await OutboxStatements.AddAsync(db, messages);
        }

        await transaction.CommitAsync();
    }

    private sealed record Write(
        Func<TDb, IPublishEndpoint, Task> Act,
        Activity? Request,
        CancellationToken Cancellation
    )
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
