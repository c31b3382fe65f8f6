using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace IntegrationPlatform.Benchmarks.Ledger;

/// <summary>The consumer of the hot intake: one event, the rows of all arrivals that it carries.</summary>
internal sealed class EnterArrivals(LedgerDb db) : IConsumer<ArrivalsRegistered>
{
    public Task Consume(ConsumeContext<ArrivalsRegistered> context)
    {
        var arrivals = context.Message.Arrivals;
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into entries (arrival_id, municipality, arrived_on, languages)
            select * from unnest(
                {arrivals.Select(a => a.ArrivalId).ToArray()},
                {arrivals.Select(a => a.Municipality).ToArray()},
                {arrivals.Select(a => a.ArrivedOn).ToArray()},
                {arrivals.Select(a => a.Languages).ToArray()})
            """
        );
    }
}
