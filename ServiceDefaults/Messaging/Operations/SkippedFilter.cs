using MassTransit;
using Microsoft.Extensions.Logging;

namespace IntegrationPlatform.Messaging.Operations;

/// <summary>Says aloud that a message reached a queue where nobody handles its type, and counts it.</summary>
internal sealed partial class SkippedFilter(string queue, ILogger<SkippedFilter> log) : IFilter<ReceiveContext>
{
    public Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
    {
        MessagingMetrics.Faulted.Add(1, new KeyValuePair<string, object?>("queue", queue));
        Skipped(log, context.GetMessageId() ?? Guid.Empty, queue, ErrorQueues.Skipped(queue));
        return next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("skipped");

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Message {MessageId} of {Queue} is of a type that no consumer there handles, and is in {SkippedQueue}. "
            + "Deploy its consumer or remove the queue's binding, then POST /operations/redrive."
    )]
    private static partial void Skipped(ILogger log, Guid messageId, string queue, string skippedQueue);
}
