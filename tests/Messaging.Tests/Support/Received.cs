using System.Collections.Concurrent;
using MassTransit;

namespace IntegrationPlatform.Messaging.Tests.Support;

/// <summary>Counts the deliveries of each message that a replica has brought to an end.</summary>
public sealed class Received : IReceiveObserver
{
    private readonly ConcurrentDictionary<Guid, int> _ended = new();

    public int Count(Guid messageId) => _ended.GetValueOrDefault(messageId);

    public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

    public Task PostReceive(ReceiveContext context) => Ended(context);

    public Task ReceiveFault(ReceiveContext context, Exception exception) => Ended(context);

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
        where T : class => Task.CompletedTask;

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
        where T : class => Task.CompletedTask;

    private Task Ended(ReceiveContext context)
    {
        _ended.AddOrUpdate(context.GetMessageId() ?? Guid.Empty, 1, (_, count) => count + 1);
        return Task.CompletedTask;
    }
}
