using MassTransit;
using MassTransit.RabbitMqTransport;
using RabbitMQ.Client.Events;

namespace IntegrationPlatform.Messaging;

/// <summary>
/// Lets an endpoint go when its channel has closed, so that it opens another. MassTransit waits without end for
/// <c>basic.consume-ok</c>, and the client drops it when the channel closes in that moment: the endpoint would receive
/// nothing any more until the service is started again.
/// </summary>
/// <param name="patience">How long what runs on a closed channel may take to end by itself.</param>
internal sealed class ClosedChannelFilter(TimeSpan patience) : IFilter<ChannelContext>
{
    /// <inheritdoc />
    public async Task Send(ChannelContext context, IPipe<ChannelContext> next)
    {
        var closed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        context.Channel.ChannelShutdownAsync += OnClosed;
        try
        {
            var endpoint = next.Send(context);
            await Task.WhenAny(endpoint, closed.Task);
            if (await Task.WhenAny(endpoint, Task.Delay(patience)) != endpoint)
            {
                throw new RabbitMqConnectionException("The channel closed, and its endpoint did not notice.");
            }

            await endpoint;
        }
        finally
        {
            context.Channel.ChannelShutdownAsync -= OnClosed;
        }

        Task OnClosed(object sender, ShutdownEventArgs reason)
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        }
    }

    /// <inheritdoc />
    public void Probe(ProbeContext context) => context.CreateFilterScope("closedChannel");
}
