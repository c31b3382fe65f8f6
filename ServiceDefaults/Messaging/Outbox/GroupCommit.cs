using System.Diagnostics;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Messaging.Outbox;

/// <summary>
/// Writes what many requests bring at the same time as one group: one transaction, and one event that carries all of it
/// where its function publishes one. For an intake that takes more than a database commits one by one. Whoever comes
/// while a group commits is in the next group; nobody waits for a group to fill. See
/// <see cref="MessagingBuilder{TDb}.AddGroupCommit{TItem}"/>.
/// </summary>
/// <typeparam name="TDb">The service's database.</typeparam>
/// <typeparam name="TItem">What a request brings.</typeparam>
public sealed class GroupCommit<TDb, TItem>
    where TDb : DbContext
{
    private const int Largest = 100;
    private readonly Queue<Request> _waiting = new();
    private readonly IServiceScopeFactory _scopes;
    private readonly Func<IReadOnlyList<TItem>, TDb, IPublishEndpoint, Task> _write;
    private bool _committing;

    internal GroupCommit(IServiceScopeFactory scopes, Func<IReadOnlyList<TItem>, TDb, IPublishEndpoint, Task> write) =>
        (_scopes, _write) = (scopes, write);

    /// <summary>
    /// Completes when the item is committed. When its group cannot commit, it is written alone, and the fault is its own.
    /// </summary>
    /// <param name="item">What is written.</param>
    /// <param name="cancellation">Ends the wait; what is being committed stays committed.</param>
    public Task CommitAsync(TItem item, CancellationToken cancellation = default)
    {
        var mine = new Request(item, Activity.Current, cancellation);
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
                group.ForEach(request => request.Done.SetResult());
                continue;
            }

            foreach (var request in group)
            {
                if (await TryAsync([request]) is { } fault)
                {
                    request.Done.SetException(fault);
                }
                else
                {
                    request.Done.SetResult();
                }
            }
        }
    }

    private List<Request> Take()
    {
        lock (_waiting)
        {
            var group = new List<Request>(Math.Min(_waiting.Count, Largest));
            while (group.Count < Largest && _waiting.TryDequeue(out var request))
            {
                if (!request.Cancellation.IsCancellationRequested)
                {
                    group.Add(request);
                }
            }

            _committing = group.Count > 0;
            return group;
        }
    }

    private async Task<Exception?> TryAsync(List<Request> group)
    {
        using var span = MessagingSpans.StartGroup(group.ConvertAll(request => request.Span));
        try
        {
            await using var scope = _scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TDb>();
            db.Database.AutoSavepointsEnabled = false;
            await using var transaction = await db.Database.BeginTransactionAsync();
            await _write(
                group.ConvertAll(request => request.Item),
                db,
                scope.ServiceProvider.GetRequiredService<IPublishEndpoint>()
            );
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
            return null;
        }
        catch (Exception fault)
        {
            span?.SetStatus(ActivityStatusCode.Error, fault.GetType().Name);
            return fault;
        }
    }

    private sealed record Request(TItem Item, Activity? Span, CancellationToken Cancellation)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
