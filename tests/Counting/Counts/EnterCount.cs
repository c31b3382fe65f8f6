using MassTransit;

namespace IntegrationPlatform.Counting.Counts;

/// <summary>Enters a count, adds it to its total and says so.</summary>
internal sealed class EnterCount(CountingDb db) : IConsumer<Counted>
{
    public async Task Consume(ConsumeContext<Counted> context)
    {
        var (caseId, number) = context.Message;
        db.Add(
            new Entry
            {
                Id = Guid.CreateVersion7(),
                CaseId = caseId,
                Number = number,
            }
        );
        var line = Total.LineOf(caseId);
        var total = await db.Totals.FindAsync([line], context.CancellationToken);
        if (total is null)
        {
            total = new Total { Line = line };
            db.Add(total);
        }

        total.Count++;
        await context.Publish(new CountEntered(caseId, number), context.CancellationToken);
    }
}
