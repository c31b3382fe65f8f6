using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement.Deliveries;

/// <summary>Hands out deliveries that are due: each to one replica at a time, and in order for a resident.</summary>
public static class DeliveryQueue
{
    /// <summary>How many a replica takes at once: all of them are sent at the same time.</summary>
    public const int Batch = 8;

    /// <summary>Takes what is due under a lease; after it has passed another replica may take it.</summary>
    public static async Task<List<Delivery>> TakeAsync(
        this DbSet<Delivery> deliveries,
        Guid lease,
        TimeSpan leasedFor,
        CancellationToken cancellation
    )
    {
        var now = TimeProvider.System.GetUtcNow();
        var until = now + leasedFor;
        return await deliveries
            .FromSql(
                $"""
                update deliveries set lease = {lease}, leased_until = {until}
                where id in (
                    select due.id from deliveries due
                    where due.state = 'Pending' and due.next_attempt_at <= {now}
                        and (due.leased_until is null or due.leased_until < {now})
                        and not exists (
                            select from deliveries earlier
                            where earlier.resident_id = due.resident_id and earlier.sequence < due.sequence
                                and earlier.state in ('Pending', 'Parked'))
                        and not exists (select from deliveries gone where gone.receiver_gone)
                    order by due.next_attempt_at
                    limit {Batch}
                    for update skip locked)
                returning *
                """
            )
            .AsNoTracking()
            .ToListAsync(cancellation);
    }
}
