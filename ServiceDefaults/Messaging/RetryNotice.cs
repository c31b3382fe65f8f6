using MassTransit;
using Microsoft.Extensions.Logging;

namespace IntegrationPlatform.Messaging;

/// <summary>Counts the tries after the first, notes them on the span, and says the first of each message aloud.</summary>
/// <param name="queue">The queue that the message came from.</param>
/// <param name="reason">Why it is tried again.</param>
/// <param name="log">Where it is said.</param>
internal sealed partial class RetryNotice(string queue, RetryReason reason, ILogger<RetryNotice> log) : IRetryObserver
{
    private readonly string _reason = reason.ToString().ToLowerInvariant();

    public Task PreRetry<T>(RetryContext<T> context)
        where T : class, PipeContext
    {
        var messageId = (context.Context as MessageContext)?.MessageId;
        MessagingMetrics.Retried.Add(1, new("queue", queue), new("reason", _reason));
        MessagingSpans.Note("retry", messageId);
        if (context.RetryAttempt == 1)
        {
            Say(context.Exception, messageId ?? Guid.Empty);
        }

        return Task.CompletedTask;
    }

    public Task PostCreate<T>(RetryPolicyContext<T> context)
        where T : class, PipeContext => Task.CompletedTask;

    public Task PostFault<T>(RetryContext<T> context)
        where T : class, PipeContext => Task.CompletedTask;

    public Task RetryFault<T>(RetryContext<T> context)
        where T : class, PipeContext => Task.CompletedTask;

    public Task RetryComplete<T>(RetryContext<T> context)
        where T : class, PipeContext => Task.CompletedTask;

    private void Say(Exception fault, Guid messageId)
    {
        switch (reason)
        {
            case RetryReason.Race:
                LostRace(log, messageId, queue, fault.Message);
                break;
            case RetryReason.Outage:
                Waits(log, messageId, queue, fault.Message);
                break;
            default:
                Failed(log, fault, messageId, queue);
                break;
        }
    }

    [LoggerMessage(
        Level = LogLevel.Debug,
        Message = "Message {MessageId} of {Queue} lost a race and is tried again: {Reason}"
    )]
    private static partial void LostRace(ILogger log, Guid messageId, string queue, string reason);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Message {MessageId} of {Queue} waits for the database and is tried until it answers: {Reason}"
    )]
    private static partial void Waits(ILogger log, Guid messageId, string queue, string reason);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Message {MessageId} of {Queue} failed and is tried again a few times before it goes to the error queue."
    )]
    private static partial void Failed(ILogger log, Exception fault, Guid messageId, string queue);
}

/// <summary>Why a message is tried again.</summary>
internal enum RetryReason
{
    /// <summary>Another message won a race for a row.</summary>
    Race,

    /// <summary>The database is away.</summary>
    Outage,

    /// <summary>The consumer threw.</summary>
    Fault,
}
