using MassTransit;

namespace IntegrationPlatform.Benchmarks.Ledger;

/// <summary>An ordinary consumer: one event, one row.</summary>
internal sealed class EnterArrival(LedgerDb db) : IConsumer<ArrivalRegistered>
{
    public Task Consume(ConsumeContext<ArrivalRegistered> context)
    {
        var arrival = context.Message;
        db.Add(
            new Entry
            {
                ArrivalId = arrival.ArrivalId,
                Municipality = arrival.Municipality,
                ArrivedOn = arrival.ArrivedOn,
                Languages = arrival.Languages,
            }
        );
        return Task.CompletedTask;
    }
}
