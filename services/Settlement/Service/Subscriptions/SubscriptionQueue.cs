using IntegrationPlatform.Settlement.Notices;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Settlement.Subscriptions;

/// <summary>Hands out subscriptions that are to be asked for leave or have a notice to be sent: each to one replica at a time.</summary>
public static class SubscriptionQueue
{
    private const string Take = $$"""
        update subscriptions set lease = {0}, leased_until = {1}
        where organisation in (
            select due.organisation from subscriptions due
            where due.next_attempt_at <= {2} and (due.leased_until is null or due.leased_until < {2})
                and (due.state = 'Confirming'
                    or due.state = 'Active' and exists (
                        select from notices n
                        where n.organisation = due.organisation
                            and (n.transaction, n.id) > (due.place_transaction, due.place_notice)
                            and {{NoticeQueries.GivenOut}}))
            order by due.next_attempt_at
            limit {3}
            for update skip locked)
        returning *
        """;

    /// <summary>Takes what is due under a lease; after it has passed another replica may take it.</summary>
    public static Task<List<Subscription>> TakeAsync(
        this DbSet<Subscription> subscriptions,
        Guid lease,
        TimeSpan leasedFor,
        int most,
        CancellationToken cancellation
    )
    {
        var now = TimeProvider.System.GetUtcNow();
        return subscriptions
            .FromSqlRaw(Take, lease, now + leasedFor, now, most)
            .AsNoTracking()
            .ToListAsync(cancellation);
    }
}
