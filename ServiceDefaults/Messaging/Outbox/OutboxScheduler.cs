using MassTransit;
using MassTransit.Scheduling;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationPlatform.Messaging.Outbox;

/// <summary>
/// Schedules messages as outbox rows with a not-before time. The time is a wait from now: it is measured on the
/// platform's clock, which a local run can move.
/// </summary>
internal sealed class OutboxScheduler<TDb>(ISendEndpointProvider endpoints, IServiceProvider scope)
    : IScheduleMessageProvider
    where TDb : DbContext
{
    private readonly DelayedScheduleMessageProvider _sends = new(endpoints);

    public Task<ScheduledMessage<T>> ScheduleSend<T>(
        Uri destinationAddress,
        DateTime scheduledTime,
        T message,
        IPipe<SendContext<T>> pipe,
        CancellationToken cancellationToken
    )
        where T : class => _sends.ScheduleSend(destinationAddress, scheduledTime, message, pipe, cancellationToken);

    public Task CancelScheduledSend(Uri destinationAddress, Guid tokenId, CancellationToken cancellationToken) =>
        CancelScheduledSend(tokenId, cancellationToken);

    public async Task CancelScheduledSend(Guid tokenId, CancellationToken cancellationToken)
    {
        var db = scope.GetRequiredService<TDb>();
        foreach (
            var unsaved in db.ChangeTracker.Entries<OutboxMessage>().Where(e => e.Entity.Token == tokenId).ToList()
        )
        {
            unsaved.State = EntityState.Detached;
        }

        // One that is being sent at this moment is too late to cancel; a saga knows it by its stale token.
        var outbox = db.Table<OutboxMessage>();
        var sql =
            $"delete from {outbox} where ctid = any(array(select ctid from {outbox} where token = {{0}} for update skip locked))";
        await db.Database.ExecuteSqlRawAsync(sql, [tokenId], cancellationToken);
    }
}
