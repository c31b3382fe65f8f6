using IntegrationPlatform.Hosting.Time;
using IntegrationPlatform.Settlement.Contracts;
using IntegrationPlatform.Settlement.Requests;
using MassTransit;

namespace IntegrationPlatform.Settlement.AnswerDeadline;

/// <summary>Ends a request that is still open after its last day (SET-3).</summary>
public sealed class ExpireRequest(SettlementDb db, TimeProvider clock) : SagaActivity<AnswerWait, AnswerDeadlinePassed>
{
    /// <inheritdoc />
    protected override async Task DoAsync(BehaviorContext<AnswerWait, AnswerDeadlinePassed> context)
    {
        var request = await db.Requests.LockAsync(context.Saga.CorrelationId, context.CancellationToken);
        if (request is { State: RequestState.Open })
        {
            await context.Publish(request.End(RequestOutcome.Expired, clock.Today()), context.CancellationToken);
        }
    }
}
