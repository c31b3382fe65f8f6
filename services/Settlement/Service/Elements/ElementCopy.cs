using IntegrationPlatform.Programme.Contracts;
using MassTransit;

namespace IntegrationPlatform.Settlement.Elements;

/// <summary>Learns completed elements from Programme's events.</summary>
public sealed class ElementCopy(SettlementDb db) : IConsumer<ElementCompleted>
{
    /// <inheritdoc />
    public async Task Consume(ConsumeContext<ElementCompleted> context)
    {
        var (residentId, _, code, on) = context.Message;
        var known = await db.Elements.FindAsync([residentId, code], context.CancellationToken);
        if (known is null)
        {
            var member = await db.Members.FindAsync([residentId], context.CancellationToken);
            if (member is not { Erased: true })
            {
                db.Add(
                    new CompletedElement
                    {
                        ResidentId = residentId,
                        Element = code,
                        CompletedOn = on,
                    }
                );
            }
        }
        else if (on < known.CompletedOn)
        {
            known.CompletedOn = on;
        }
    }
}
