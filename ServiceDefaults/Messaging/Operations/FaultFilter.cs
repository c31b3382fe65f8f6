using MassTransit;
using Microsoft.Extensions.Logging;

namespace IntegrationPlatform.Messaging.Operations;

/// <summary>Says aloud that a message goes to the error queue, and counts it.</summary>
internal sealed partial class FaultFilter(string queue, ILogger<FaultFilter> log) : IFilter<ExceptionReceiveContext>
{
    public Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        MessagingMetrics.Faulted.Add(1, new KeyValuePair<string, object?>("queue", queue));
        Faulted(log, context.Exception, context.GetMessageId() ?? Guid.Empty, queue, ErrorQueues.Of(queue));
        return next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("fault");

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Message {MessageId} of {Queue} could not be handled and is in {ErrorQueue}. "
            + "Remove the cause, then POST /operations/redrive."
    )]
    private static partial void Faulted(ILogger log, Exception fault, Guid messageId, string queue, string errorQueue);
}
